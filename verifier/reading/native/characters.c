/* The loops over a PDF page's characters, which a long document runs through a million times.
 *
 * Built by the set-up where the machine has a C compiler (see scripts/setup.py). Elsewhere, and for
 * what is out of the ordinary, Python and numpy do the same, slower: verifier/reading/built.py says
 * who. Nothing of a file is looked at here, nothing is linked (PDFium's functions are handed in),
 * nothing is allocated, and each index is below a count that the caller gave.
 *
 * Boxes lie side by side: all left edges, then all tops, rights and bottoms of `count` characters.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

enum { LEFT, TOP, RIGHT, BOTTOM, SIDES };
enum { NEWLINE = 10, SPACE = 32, PRIVATE_FIRST = 0xE000, PRIVATE_LAST = 0xF8FF, UNKNOWN = 0xFFFD };
enum { DROPPED = 1, LAST_MARK = 0x10000, STEPS = 65535 };

typedef unsigned int (*get_unicode)(void *text_page, int index);
typedef int (*get_box)(void *text_page, int index, float box[4]);

/* A character without a box has zeros. */
EXPORTED void read_characters(get_unicode unicode, get_box loose_box, void *text_page, int count,
                              uint32_t *units, float *boxes)
{
    for (int index = 0; index < count; index++) {
        float box[SIDES] = {0, 0, 0, 0};
        units[index] = unicode(text_page, index);
        loose_box(text_page, index, box);
        for (int side = 0; side < SIDES; side++)
            boxes[(size_t)side * (size_t)count + (size_t)index] = box[side];
    }
}

typedef struct {
    const float *left, *top, *right, *bottom;
} sides;

static sides sides_of(const float *boxes, size_t count)
{
    return (sides){boxes, boxes + count, boxes + 2 * count, boxes + 3 * count};
}

/* Whether a glyph has its middle off the page. */
static int is_off(sides box, size_t at, float twice_width, float twice_height)
{
    float across = box.left[at] + box.right[at], down = box.top[at] + box.bottom[at];
    int is_inside = across >= 0 && across <= twice_width && down >= 0 && down <= twice_height;
    return !is_inside && box.right[at] > box.left[at] && box.bottom[at] > box.top[at];
}

/* What has no glyph gets a box of no width at the end of the glyph before it, or at the beginning
 * of the first glyph. */
static void place_carets(float *boxes, size_t count)
{
    float *left = boxes, *top = boxes + count, *right = top + count, *bottom = right + count;
    size_t first = 0;
    while (first < count && !(right[first] > left[first] && bottom[first] > top[first]))
        first++;
    if (first == count)
        return;
    for (size_t at = 0; at < first; at++) {
        left[at] = right[at] = left[first];
        top[at] = top[first], bottom[at] = bottom[first];
    }
    for (size_t at = first + 1; at < count; at++)
        if (!(right[at] > left[at] && bottom[at] > top[at])) {
            left[at] = right[at] = right[at - 1];
            top[at] = top[at - 1], bottom[at] = bottom[at - 1];
        }
}

/* pdf_text.clean for a page of ordinary characters: how many it has then, or -1 where the page has
 * others. `marks` has an entry for each UTF-16 unit and one for all above; `codes` and `cleaned`
 * have room for one character more than there are units. */
EXPORTED int clean_ordinary(const uint32_t *units, const float *boxes, int given,
                            const uint8_t *marks, float twice_width, float twice_height,
                            uint32_t *codes, float *cleaned)
{
    size_t count = (size_t)given, room = count + 1, kept = 0, visible = 0;
    int is_broken = 0;
    sides from = sides_of(boxes, count);
    for (size_t at = 0; at < count; at++) {
        uint8_t mark = marks[units[at] < LAST_MARK ? units[at] : LAST_MARK];
        if (mark & ~DROPPED)
            return -1;
        if (mark || is_off(from, at, twice_width, twice_height))
            continue;
        uint32_t code = units[at];
        int is_blank = code == NEWLINE || code == SPACE;
        /* Of blanks with a line end among them only that stays, of those at the ends nothing. */
        if (is_blank && (visible == 0 || is_broken))
            continue;
        if (code == NEWLINE)
            kept = visible;
        is_broken = code == NEWLINE;
        codes[kept] = code;
        for (int side = 0; side < SIDES; side++)
            cleaned[(size_t)side * room + kept] = boxes[(size_t)side * count + at];
        kept++;
        if (!is_blank)
            visible = kept;
    }
    if (visible == 0)
        return 0;
    codes[visible] = NEWLINE;
    for (int side = 0; side < SIDES; side++)
        cleaned[(size_t)side * room + visible] = 0;
    kept = visible + 1;
    for (size_t side = 1; side < SIDES; side++)
        memmove(cleaned + side * kept, cleaned + side * room, kept * sizeof(float));
    place_carets(cleaned, kept);
    return (int)kept;
}

typedef struct {
    int32_t start, stop;
    float x0, y0, x1, y1, size;
} line;

/* pdf_layout.lines_of: how many lines the page has. */
EXPORTED int find_lines(const uint32_t *codes, const float *boxes, int given, line *lines)
{
    size_t count = (size_t)given, found = 0, start = 0;
    sides box = sides_of(boxes, count);
    for (size_t at = 0; at < count; at++) {
        line *here = &lines[found];
        if (at == start)
            *here = (line){(int32_t)at, 0, box.left[at], box.top[at], box.right[at],
                           box.bottom[at], 0};
        if (box.left[at] < here->x0)
            here->x0 = box.left[at];
        if (box.top[at] < here->y0)
            here->y0 = box.top[at];
        if (box.right[at] > here->x1)
            here->x1 = box.right[at];
        if (box.bottom[at] > here->y1)
            here->y1 = box.bottom[at];
        if (codes[at] == NEWLINE) {
            here->stop = (int32_t)at;
            here->size = here->y1 - here->y0;
            found++;
            start = at + 1;
        }
    }
    return (int)found;
}

static const float LEAST = 1e-9f;

static const float GAP = 0.7f;

/* pdf_survey.survey: its four answers, in their order. */
EXPORTED void survey(const uint32_t *codes, const float *boxes, int given, int32_t found[4])
{
    size_t count = (size_t)given, before = count;
    sides box = sides_of(boxes, count);
    int32_t readable = 0, gaps = 0, is_spaced = 0;
    uint32_t highest = 0;
    for (size_t at = 0; at < count; at++) {
        uint32_t code = codes[at];
        if (code > highest)
            highest = code;
        if (code == SPACE && at >= 6 && codes[at - 2] == SPACE && codes[at - 4] == SPACE &&
            codes[at - 6] == SPACE)
            is_spaced = 1;
        if (code <= SPACE)
            continue;
        readable += code != UNKNOWN && (code < PRIVATE_FIRST || code > PRIVATE_LAST);
        if (before < count) {
            float tall = box.bottom[before] - box.top[before];
            gaps += tall > 0 && box.left[at] - box.right[before] > GAP * tall;
        }
        before = at;
    }
    found[0] = readable, found[1] = (int32_t)highest, found[2] = gaps, found[3] = is_spaced;
}

/* The edge in steps of the page's width or height; half a step goes to the even one. */
static uint16_t step_of(float edge, float scale)
{
    float step = edge * scale;
    if (!(step > 0))
        return 0;
    if (step >= STEPS)
        return STEPS;
    uint16_t whole = (uint16_t)step;
    float rest = step - (float)whole;
    return (uint16_t)(whole + (rest > 0.5f || (rest == 0.5f && (whole & 1))));
}

static void put(uint8_t *low, uint8_t *high, size_t at, uint16_t value)
{
    low[at] = (uint8_t)(value & 0xff);
    high[at] = (uint8_t)(value >> 8);
}

/* What boxes.pack_boxes compresses: for each box where it begins after the one before, its width,
 * its top and its height against those before; all lower bytes, then all upper ones. */
EXPORTED void split_steps(const float *boxes, int given, float width, float height, uint8_t *out)
{
    size_t count = (size_t)given;
    float across = STEPS / (width > LEAST ? width : LEAST);
    float down = STEPS / (height > LEAST ? height : LEAST);
    sides box = sides_of(boxes, count);
    uint8_t *low = out, *high = out + SIDES * count;
    uint16_t last_x1 = 0, last_y0 = 0, last_tall = 0;
    for (size_t at = 0; at < count; at++) {
        uint16_t x0 = step_of(box.left[at], across), x1 = step_of(box.right[at], across);
        uint16_t y0 = step_of(box.top[at], down);
        uint16_t tall = (uint16_t)(step_of(box.bottom[at], down) - y0);
        put(low, high, at, (uint16_t)(x0 - last_x1));
        put(low, high, count + at, (uint16_t)(x1 - x0));
        put(low, high, 2 * count + at, (uint16_t)(y0 - last_y0));
        put(low, high, 3 * count + at, (uint16_t)(tall - last_tall));
        last_x1 = x1, last_y0 = y0, last_tall = tall;
    }
}
