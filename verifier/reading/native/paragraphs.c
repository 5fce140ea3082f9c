/* The loops over a PDF page's lines that find its paragraphs. As characters.c says, Python does the
 * same where nothing was built, and each index is below a count that the caller gave.
 */
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

enum { SPACE = 32 };

/* As characters.c writes them. */
typedef struct {
    int32_t start, stop;
    float x0, y0, x1, y1, size;
    int32_t may_be_item;
} line;

static int ends_sentence(uint32_t code)
{
    static const uint32_t ends[] = {'.', '!', '?', ':', ';', '"', ')', 0xBB, 0x61F, 0x964, 0x201D,
                                    0x3002, 0xFF01, 0xFF1F};
    for (size_t at = 0; at < sizeof ends / sizeof *ends; at++)
        if (code == ends[at])
            return 1;
    return 0;
}

static double larger(double one, double other)
{
    return one > other ? one : other;
}

static double smaller(double one, double other)
{
    return one < other ? one : other;
}

static double distance(double one, double other)
{
    return one > other ? one - other : other - one;
}

/* Letters that begin no sentence. */
static int is_small(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF) ||
           (code >= 0x3B1 && code <= 0x3CE) || (code >= 0x430 && code <= 0x45F);
}

/* Whether the next line's first word would have stood in the white at the end of the last one. */
static int has_room(const uint32_t *codes, const line *last, const line *here, double right)
{
    int32_t at = here->start, size = here->stop - here->start;
    while (at < here->stop && codes[at] != SPACE)
        at++;
    double wide = ((double)here->x1 - here->x0) / (size > 1 ? size : 1);
    double word = (at - here->start + 1) * wide + 0.5 * here->size;
    return right - last->x1 > smaller(word, 0.25 * (right - smaller(here->x0, last->x0)));
}

/* Of paragraphs whose other lines are indented: where they begin, and whether that is known, and
 * by more than one of them. */
typedef struct {
    double outer;
    int is_known, is_sure;
} hanging;

static int is_at(const hanging *edge, double left, double tall)
{
    return edge->is_known && distance(left, edge->outer) <= 0.3 * tall;
}

/* Whether signs stand higher or lower than the others. */
static int has_raised(const line *one)
{
    return (double)one->y1 - one->y0 > 1.05 * one->size;
}

/* Whether two lines are as tall as a whole: some fonts' characters are not all of one height. */
static int is_alike(const line *last, const line *here)
{
    double one = (double)last->y1 - last->y0, other = (double)here->y1 - here->y0;
    return distance(one, other) <= 0.05 * larger(one, other);
}

enum { PROSE = 40, COLUMN = 25, TITLE = 2, INDENT = 5 };

/* Whether a line of so many is one of running text. */
static int is_prose(const line *lines, int count, int at)
{
    const line *here = &lines[at], *next = here + 1;
    int size = here->stop - here->start;
    if (size >= PROSE || size < COLUMN || at + 1 == count)
        return size >= PROSE;
    double tall = larger(here->size, next->size);
    return distance(next->x0, here->x0) <= 0.3 * tall && distance(next->x1, here->x1) <= 0.5 * tall;
}

/* Whether two lines are as short as those of a table's cells. */
static int is_short(const line *last, const line *here)
{
    return last->stop - last->start < COLUMN && here->stop - here->start < COLUMN;
}

/* Whether the line after this one stands closer to it than the line before, which is a title. */
static int is_set_closer(const line *lines, int count, int at, double pitch)
{
    const line *here = &lines[at], *next = here + 1;
    if (at + 1 == count)
        return 0;
    double below = (double)next->y0 - here->y0, size = here->size;
    if (here->stop - here->start < COLUMN || distance(next->size, size) > 0.15 * size)
        return 0;
    int is_below = distance(next->x0, here->x0) <= 0.3 * size && below > 0.5 * size;
    return is_below && pitch > 1.3 * below;
}

/* Whether a line goes on in one that begins where the line before it does, or left of an item of a
 * list: it is the first one of a paragraph then. */
static int is_indented(const uint32_t *codes, const line *lines, int count, int at, double right,
                       const uint8_t *begins)
{
    const line *here = &lines[at], *last = here - 1, *next = here + 1;
    if (at + 1 == count || begins[at + 1] == 3 || next->y0 <= here->y0)
        return 0;
    double size = here->size, step = (double)next->x0 - last->x0, far = 0.3 * size;
    if (step > far || (step < -far && begins[at - 1] != 3) ||
        (double)here->x0 - last->x0 > INDENT * size)
        return 0;
    if (distance(next->size, size) > 0.15 * size ||
        (here->stop > here->start && ends_sentence(codes[here->stop - 1])))
        return 0;
    return !has_room(codes, here, next, larger(right, next->x1));
}

/* pdf_paragraphs.beginnings: how many lines begin a block, and their numbers. `begins` is 1 for each
 * line that is known to, and 3 for those that are items of a list. */
EXPORTED int find_beginnings(const uint32_t *codes, const line *lines, int count,
                             const uint8_t *begins, int32_t *numbers)
{
    int found = 0, is_second = 0, length = 0, is_listed = 0;
    double usual = 0, right = 0;
    hanging edge = {0, 0, 0};
    for (int at = 0; at < count; at++) {
        const line *here = &lines[at], *last = here - 1;
        int is_new = at == 0 || begins[at], is_hanging = 0;
        double step = 0, tall = here->size;
        if (at)
            right = larger(right, here->x1);
        if (!is_new) {
            double last_size = last->size, size = here->size;
            tall = larger(last_size, size), step = (double)here->x0 - last->x0;
            double pitch = (double)here->y0 - last->y0;
            /* A raised sign moves a line's upper edge, a lowered one the lower edge. */
            if (has_raised(here) || has_raised(last))
                pitch = smaller(pitch, (double)here->y1 - last->y1);
            int has_ended = last->stop > last->start && ends_sentence(codes[last->stop - 1]);
            int is_big = !is_small(codes[here->start]);
            if (distance(last_size, size) > 0.15 * tall && !is_alike(last, here))
                is_new = 1;
            else if (pitch < -tall)
                is_new = has_ended ||
                         (is_big &&
                          (is_short(last, here) ||
                           (length <= TITLE && is_prose(lines, count, at) &&
                            has_room(codes, last, here, last->x0 + ((double)here->x1 - here->x0)))));
            else if (here->x1 + 2 * tall < last->x0 || here->x0 > last->x1)
                is_new = 1;
            else if (pitch > 1.3 * (is_second ? 1.45 * tall : larger(usual, tall)))
                /* A sentence goes on below a figure. */
                is_new = has_ended || is_big || distance(step, 0) > 0.3 * tall ||
                         !is_prose(lines, count, at - 1) || has_room(codes, last, here, right);
            else if (is_second && is_big && is_set_closer(lines, count, at, pitch))
                is_new = 1;
            else if (step > 0.8 * tall) {
                int was_item = is_second && begins[at - 1] == 3;
                int is_sure = edge.is_sure && is_at(&edge, last->x0, tall);
                if (!is_second)
                    is_new = has_ended || is_big;
                else if (has_ended)
                    is_new = was_item ? step > 3 * tall || has_room(codes, last, here, right) ||
                                            is_indented(codes, lines, count, at, right, begins)
                                      : !is_sure;
                else
                    is_new = is_big && (has_room(codes, last, here, right) ||
                                        is_indented(codes, lines, count, at, right, begins));
                is_hanging = is_second && !is_new && !was_item;
                if (is_hanging)
                    edge = (hanging){last->x0, 1, is_sure};
            } else if (is_at(&edge, here->x0, tall)) {
                int is_apart = has_ended || has_room(codes, last, here, right);
                if (step < -0.8 * tall)
                    edge.is_sure = is_new = is_apart || (edge.is_sure && is_big);
                else
                    is_new = edge.is_sure && is_apart;
                is_hanging = is_new;
            } else if (has_ended)
                is_new = has_room(codes, last, here, right);
            else if (is_listed && (length == 1 || step < -0.3 * tall))
                /* What follows on the last item of a list. */
                is_new = is_big && (has_room(codes, last, here, right) ||
                                    (step > 0.3 * tall &&
                                     is_indented(codes, lines, count, at, right, begins)));
            else /* A heading of the text's own size. */
                is_new = length <= TITLE && distance(step, 0) <= 0.3 * tall && is_big &&
                         is_prose(lines, count, at) && has_room(codes, last, here, right);
            if (!is_new && is_second)
                usual = pitch;
        }
        if (!is_hanging && (is_new || distance(step, 0) > 0.3 * tall))
            edge.is_known = 0;
        is_second = is_new;
        length++;
        if (is_new) {
            length = 1, is_listed = begins[at] == 3;
            numbers[found++] = at;
            right = here->x1;
        }
    }
    return found;
}

/* pdf_paragraphs.usual_size for a page of few lines: the median height, a line counted once and
 * again for each twenty characters. */
static double size_at(const line *lines, int count, long place)
{
    for (int at = 0; at < count; at++) {
        long below = 0, same = 0;
        for (int other = 0; other < count; other++) {
            long weight = 1 + (lines[other].stop - lines[other].start) / 20;
            below += lines[other].size < lines[at].size ? weight : 0;
            same += lines[other].size == lines[at].size ? weight : 0;
        }
        if (below <= place && place < below + same)
            return lines[at].size;
    }
    return 0;
}

EXPORTED double usual_size(const line *lines, int count)
{
    long total = 0;
    for (int at = 0; at < count; at++)
        total += 1 + (lines[at].stop - lines[at].start) / 20;
    return (size_at(lines, count, (total - 1) / 2) + size_at(lines, count, total / 2)) / 2;
}
