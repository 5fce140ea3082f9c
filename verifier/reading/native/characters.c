/* The one loop over a PDF page's characters that runs a million times: asking PDFium for each.
 *
 * Built by the set-up where the machine has a C compiler (see scripts/setup.py); elsewhere
 * verifier/reading/pdf_calls.py makes the same calls from Python, three times slower. PDFium's two
 * functions are handed in, so that nothing is linked and nothing of the file is looked at here.
 */
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

typedef unsigned int (*get_unicode)(void *text_page, int index);
typedef int (*get_box)(void *text_page, int index, float box[4]);

/* `units` has room for `count` numbers, `columns` for four times as many: all left edges, then all
 * tops, rights and bottoms. A character without a box has zeros. */
EXPORTED void read_characters(get_unicode unicode, get_box loose_box, void *text_page, int count,
                              uint32_t *units, float *columns)
{
    for (int index = 0; index < count; index++) {
        float box[4] = {0, 0, 0, 0};
        units[index] = unicode(text_page, index);
        loose_box(text_page, index, box);
        for (int side = 0; side < 4; side++)
            columns[(size_t)side * (size_t)count + (size_t)index] = box[side];
    }
}
