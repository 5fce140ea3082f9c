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
enum {
    NEWLINE = 10, SPACE = 32, LAST_ASCII = 0x7F, SOFT_HYPHEN = 0xAD,
    TYPOGRAPHIC_HYPHEN = 0x2010,
    LEFTWARD_FIRST = 0x590, LEFTWARD_LAST = 0x8FF, FORMS_FIRST = 0xFB1D, FORMS_LAST = 0xFEFC,
    PRIVATE_FIRST = 0xE000, PRIVATE_LAST = 0xF8FF, UNKNOWN = 0xFFFD
};
enum { DROPPED = 1, HYPHEN = 2, LAST_MARK = 0x10000, STEPS = 65535, RUNNING = 10, LETTERS = 4, ANSWERS = 11 };

typedef unsigned int (*get_unicode)(void *text_page, int index);
typedef int (*get_box)(void *text_page, int index, float box[4]);

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

/* Whether all middles lie on the page, so that none need be looked at. */
static int is_all_inside(sides box, size_t count, float twice_width, float twice_height)
{
    int is_inside = 1;
    for (size_t at = 0; at < count; at++) {
        float across = box.left[at] + box.right[at], down = box.top[at] + box.bottom[at];
        is_inside &= (across >= 0) & (across <= twice_width) & (down >= 0) & (down <= twice_height);
    }
    return is_inside;
}

/* Characters of a page as they are taken over, in stretches that stand side by side. */
typedef struct {
    const uint32_t *units;
    const float *from;
    size_t count;
    uint32_t *codes;
    float *boxes;
    size_t room, kept;
} copying;

/* The characters from `start` to `stop`. */
static void take(copying *made, size_t start, size_t stop)
{
    size_t size = stop - start;
    memcpy(made->codes + made->kept, made->units + start, size * sizeof(uint32_t));
    for (size_t side = 0; side < SIDES; side++)
        memcpy(made->boxes + side * made->room + made->kept,
               made->from + side * made->count + start, size * sizeof(float));
    made->kept += size;
}

/* A line end without a glyph. */
static void end_line(copying *made)
{
    made->codes[made->kept] = NEWLINE;
    for (size_t side = 0; side < SIDES; side++)
        made->boxes[side * made->room + made->kept] = 0;
    made->kept++;
}

/* pdf_text.clean for a page of ordinary characters: how many it has then, or -1 where the page has
 * others. `marks` has an entry for each UTF-16 unit and one for all above; `codes` and `cleaned`
 * have room for twice as many characters as there are units, and one. */
EXPORTED int clean_ordinary(const uint32_t *units, const float *boxes, int given,
                            const uint8_t *marks, float twice_width, float twice_height,
                            uint32_t *codes, float *cleaned)
{
    /* Behind the last visible character, and from where on characters are not taken over yet. */
    size_t count = (size_t)given, visible = 0, start = 0;
    copying out = {units, boxes, count, codes, cleaned, 2 * count + 1, 0};
    int is_broken = 0;
    sides from = sides_of(boxes, count);
    int has_outside = !is_all_inside(from, count, twice_width, twice_height);
    for (size_t at = 0; at < count; at++) {
        uint32_t code = units[at];
        uint8_t mark = marks[code < LAST_MARK ? code : LAST_MARK];
        int is_blank = code == NEWLINE || code == SPACE;
        if (!(mark | is_blank | has_outside)) {
            is_broken = 0;
            visible = out.kept + at + 1 - start;
            continue;
        }
        if (mark & ~(DROPPED | HYPHEN))
            return -1;
        int is_off_page = has_outside && is_off(from, at, twice_width, twice_height);
        /* Of blanks with a line end among them only that stays, of those at the ends nothing. */
        if ((mark & DROPPED) || is_off_page || (is_blank && (visible == 0 || is_broken))) {
            take(&out, start, at);
            start = at + 1;
            continue;
        }
        if (code == NEWLINE) {
            take(&out, start, at);
            start = at;
            out.kept = visible;
        }
        is_broken = code == NEWLINE;
        if (!is_blank)
            visible = out.kept + at + 1 - start;
        if (mark & HYPHEN) {
            take(&out, start, at + 1);
            start = at + 1;
            codes[out.kept - 1] = SOFT_HYPHEN;
            /* PDFium joined what follows such a hyphen to it. */
            end_line(&out);
            is_broken = 1;
        }
    }
    take(&out, start, count);
    if (visible == 0)
        return 0;
    out.kept = visible;
    end_line(&out);
    for (size_t side = 1; side < SIDES; side++)
        memmove(cleaned + side * out.kept, cleaned + side * out.room, out.kept * sizeof(float));
    place_carets(cleaned, out.kept);
    return (int)out.kept;
}

typedef struct {
    int32_t start, stop;
    float x0, y0, x1, y1, size;
    int32_t may_be_item;
} line;

/* Most lines begin with a letter, and few of those with one of a list, as in "iii)" or "A.". */
static int may_be_item(const uint32_t *codes, size_t start, size_t count)
{
    uint32_t first = codes[start] & ~0x20u;
    if (first < 'A' || first > 'Z')
        return 1;
    for (size_t at = start; at < start + LETTERS && at < count; at++)
        if (codes[at] == ')' || codes[at] == '.')
            return 1;
    return 0;
}

static int is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Whether its first word or its last one is a number. */
static int is_numbered(const uint32_t *codes, int32_t start, int32_t stop)
{
    int32_t at = start;
    while (at < stop && is_digit(codes[at]))
        at++;
    if (at > start && (at == stop || codes[at] == SPACE))
        return 1;
    at = stop;
    while (at > start && is_digit(codes[at - 1]))
        at--;
    return at < stop && at > start && codes[at - 1] == SPACE;
}

static int count_numbered(const uint32_t *codes, const line *lines, size_t count)
{
    int numbered = 0;
    for (size_t at = 0; at < count; at++)
        numbered += is_numbered(codes, lines[at].start, lines[at].stop);
    return numbered;
}

/* Whether most lines of more than a word are taller than they are wide. */
static int is_sideways(const line *lines, size_t count)
{
    int longer = 0, tall = 0;
    for (size_t at = 0; at < count; at++)
        if (lines[at].stop - lines[at].start > 5) {
            longer++;
            tall += lines[at].size > (double)lines[at].x1 - lines[at].x0;
        }
    return 2 * tall > longer;
}

/* Whether each line begins below the beginning of the one before, and its middle stands below that
 * one's end. */
static int is_descending(const line *lines, size_t count)
{
    for (size_t at = 1; at < count; at++)
        if (lines[at].y0 < lines[at - 1].y0 ||
            (double)lines[at].y0 + lines[at].y1 < 2.0 * lines[at - 1].y1)
            return 0;
    return 1;
}

static float outer(float one, float other, int is_upper)
{
    return (is_upper ? one > other : one < other) ? one : other;
}

/* The least edge, or the greatest. Lanes side by side: a compiler makes them into one vector. */
enum { LANES = 8 };

static float outermost(const float *edges, size_t count, int is_upper)
{
    float lanes[LANES], found = edges[0];
    size_t at = 0;
    for (size_t lane = 0; lane < LANES; lane++)
        lanes[lane] = found;
    for (; at + LANES <= count; at += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            lanes[lane] = outer(edges[at + lane], lanes[lane], is_upper);
    for (; at < count; at++)
        found = outer(edges[at], found, is_upper);
    for (size_t lane = 0; lane < LANES; lane++)
        found = outer(lanes[lane], found, is_upper);
    return found;
}

/* From this share on a line is taller than one of its characters because of others, such as raised
 * figures. */
static const float TALLER = 1.05f;
enum { MIDDLING = 400, SAMPLES = 8 };

/* The height in the middle of all its characters', without the line end. */
static float middle_height(sides box, size_t start, size_t size)
{
    for (size_t at = start; at < start + size; at++) {
        float height = box.bottom[at] - box.top[at];
        size_t below = 0, same = 0;
        for (size_t other = start; other < start + size; other++) {
            float tall = box.bottom[other] - box.top[other];
            below += tall < height;
            same += tall == height;
        }
        if (below <= size / 2 && size / 2 < below + same)
            return height;
    }
    return 0;
}

/* A line's height, of its usual characters where others stand higher or lower. */
static float usual_height(sides box, size_t start, size_t size, float whole)
{
    float least = box.bottom[start] - box.top[start];
    for (size_t sample = 1; sample < SAMPLES; sample++) {
        size_t at = start + size * sample / SAMPLES;
        least = outer(box.bottom[at] - box.top[at], least, 0);
    }
    if (whole <= TALLER * least || size > MIDDLING)
        return whole;
    float middle = middle_height(box, start, size - 1);
    return middle > 0 ? middle : whole;
}

/* How many lines there are. */
static size_t find_lines(const uint32_t *codes, sides box, size_t count, line *lines)
{
    size_t found = 0, start = 0;
    for (size_t at = 0; at < count; at++) {
        if (codes[at] != NEWLINE)
            continue;
        size_t size = at + 1 - start;
        float x0 = outermost(box.left + start, size, 0), x1 = outermost(box.right + start, size, 1);
        float y0 = outermost(box.top + start, size, 0), y1 = outermost(box.bottom + start, size, 1);
        lines[found++] = (line){(int32_t)start, (int32_t)at, x0, y0, x1, y1,
                                usual_height(box, start, size, y1 - y0),
                                may_be_item(codes, start, count)};
        start = at + 1;
    }
    return found;
}

static const float GAP = 0.7f;

/* A part of a line, up to a gap or the line's end. */
typedef struct {
    size_t start, last_size;
    int is_behind, is_small;
} part;

/* Whether the part that ends here may belong to a column of running text. */
static int may_run(part *here, size_t stop)
{
    size_t size = stop - here->start;
    int runs = here->is_behind && here->is_small && size >= RUNNING && here->last_size >= RUNNING;
    here->last_size = size;
    return runs;
}

/* The characters before and behind a gap. */
typedef struct {
    int32_t before, behind;
} gap;

/* Whether a blank stands behind the letters of a ligature. */
static int is_behind_ligature(const uint32_t *codes, size_t blank)
{
    if (blank < 2 || codes[blank - 2] != 'f')
        return 0;
    uint32_t last = codes[blank - 1];
    return last == 'i' || last == 'l' || last == 'f';
}

/* pdf_survey.by_numpy: its ten answers in their order, then how many lines there are. `lines` and
 * `wide` have room for one a character. */
EXPORTED void survey(const uint32_t *codes, const float *boxes, int given, line *lines, gap *wide,
                     int32_t found[ANSWERS])
{
    size_t count = (size_t)given, before = count;
    sides box = sides_of(boxes, count);
    int32_t readable = 0, gaps = 0, running = 0, is_spaced = 0;
    int32_t leftward = 0, has_ligatures = 0, has_cut_words = 0;
    part here = {0, 0, 0, 0};
    for (size_t at = 0; at < count; at++) {
        uint32_t code = codes[at];
        if (code <= SPACE) {
            if (code == SPACE && at >= 6 && codes[at - 2] == SPACE && codes[at - 4] == SPACE &&
                codes[at - 6] == SPACE)
                is_spaced = 1;
            if (code == SPACE && is_behind_ligature(codes, at))
                has_ligatures = 1;
            if (code == NEWLINE) {
                if (at > 0 && (codes[at - 1] == '-' || codes[at - 1] == TYPOGRAPHIC_HYPHEN))
                    has_cut_words = 1;
                running += may_run(&here, at);
                here = (part){at + 1, 0, 0, 0};
                before = count;
            }
            continue;
        }
        readable++;
        if (code > LAST_ASCII) {
            has_cut_words |= code == SOFT_HYPHEN;
            readable -= code == UNKNOWN || (code >= PRIVATE_FIRST && code <= PRIVATE_LAST);
            leftward += (code >= LEFTWARD_FIRST && code <= LEFTWARD_LAST) ||
                        (code >= FORMS_FIRST && code <= FORMS_LAST);
        }
        if (before < count) {
            float tall = box.bottom[before] - box.top[before];
            if ((tall > 0) & (box.left[at] - box.right[before] > GAP * tall)) {
                wide[gaps++] = (gap){(int32_t)before, (int32_t)at};
                running += may_run(&here, before + 1);
                here.start = at, here.is_behind = 1;
                here.is_small = (code >= 'a' && code <= 'z') || code > LAST_ASCII;
            }
        }
        before = at;
    }
    size_t listed = find_lines(codes, box, count, lines);
    found[0] = readable, found[1] = leftward, found[2] = gaps, found[3] = running;
    found[4] = is_spaced, found[5] = is_sideways(lines, listed);
    found[6] = is_descending(lines, listed), found[7] = count_numbered(codes, lines, listed);
    found[8] = has_ligatures, found[9] = has_cut_words, found[10] = (int32_t)listed;
}

/* Where a character stands on the shown page: each side is one of the file's, turned and moved. */
typedef struct {
    int32_t from[SIDES];
    float sign[SIDES], move[SIDES];
} placing;

/* One side of all boxes on the shown page. */
static void move(const float *restrict from, size_t count, float sign, float by, float *restrict to)
{
    for (size_t at = 0; at < count; at++)
        to[at] = from[at] * sign + by;
}

/* A page as PDFium has it, cleaned and looked over: how many characters it has then, or -1 where
 * not all are ordinary ones. `units` and `boxes` are in any case what PDFium listed, with boxes on
 * the shown page. */
EXPORTED int read_page(get_unicode unicode, get_box loose_box, void *text_page, int count,
                       const placing *place, const uint8_t *marks, float twice_width,
                       float twice_height, uint32_t *units, float *boxes, uint32_t *codes,
                       float *cleaned, line *lines, gap *wide, int32_t found[ANSWERS])
{
    /* As the file has them first, where they will stand cleaned. */
    size_t size = (size_t)count;
    sides file = sides_of(cleaned, size);
    float *left = cleaned, *top = cleaned + size, *right = top + size, *bottom = right + size;
    for (int index = 0; index < count; index++) {
        float box[SIDES] = {0, 0, 0, 0};
        units[index] = unicode(text_page, index);
        loose_box(text_page, index, box);
        left[index] = box[LEFT], top[index] = box[TOP];
        right[index] = box[RIGHT], bottom[index] = box[BOTTOM];
    }
    const float *from[SIDES] = {file.left, file.top, file.right, file.bottom};
    for (size_t side = 0; side < SIDES; side++)
        move(from[place->from[side]], size, place->sign[side], place->move[side],
             boxes + side * size);
    int kept = clean_ordinary(units, boxes, count, marks, twice_width, twice_height, codes, cleaned);
    if (kept > 0)
        survey(codes, cleaned, kept, lines, wide, found);
    return kept;
}

static const float LEAST = 1e-9f;

/* Added to a number below 65,536 and taken away again, it leaves a whole one: half a step goes to
 * the even one. */
static const float WHOLE = 12582912.0f;
enum { AT_A_TIME = 256 };

/* Edges in steps of the page's width or height. */
static void steps_of(const float *edges, size_t count, float scale, uint16_t *steps)
{
    for (size_t at = 0; at < count; at++) {
        float step = edges[at] * scale;
        step = step > 0 ? step : 0;
        step = step < STEPS ? step : STEPS;
        steps[at] = (uint16_t)(int32_t)((step + WHOLE) - WHOLE);
    }
}

/* The numbers less those taken from them, bytes apart. */
static void put(const uint16_t *from, const uint16_t *taken, size_t count, uint8_t *low,
                uint8_t *high)
{
    for (size_t at = 0; at < count; at++) {
        uint16_t value = (uint16_t)(from[at] - taken[at]);
        low[at] = (uint8_t)value;
        high[at] = (uint8_t)(value >> 8);
    }
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
    /* Each has what the box before had in front. */
    uint16_t x0[AT_A_TIME], x1[AT_A_TIME + 1], y0[AT_A_TIME + 1], y1[AT_A_TIME],
        tall[AT_A_TIME + 1];
    x1[0] = y0[0] = tall[0] = 0;
    for (size_t first = 0; first < count; first += AT_A_TIME) {
        size_t some = count - first < AT_A_TIME ? count - first : AT_A_TIME;
        steps_of(box.left + first, some, across, x0);
        steps_of(box.right + first, some, across, x1 + 1);
        steps_of(box.top + first, some, down, y0 + 1);
        steps_of(box.bottom + first, some, down, y1);
        for (size_t at = 0; at < some; at++)
            tall[at + 1] = (uint16_t)(y1[at] - y0[at + 1]);
        put(x0, x1, some, low + first, high + first);
        put(x1 + 1, x0, some, low + count + first, high + count + first);
        put(y0 + 1, y0, some, low + 2 * count + first, high + 2 * count + first);
        put(tall + 1, tall, some, low + 3 * count + first, high + 3 * count + first);
        x1[0] = x1[some], y0[0] = y0[some], tall[0] = tall[some];
    }
}
