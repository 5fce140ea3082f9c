/* The loops over what a PDF page draws: its texts, paths and pictures, also those inside forms.
 *
 * As in characters.c nothing is linked (PDFium's functions are handed in), nothing is allocated, and
 * each index is below a count that the caller gave. pdf_objects.py says what the answers mean.
 */
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

enum { TEXT = 1, PATH = 2, FORM = 5, FILLED = 0, INVISIBLE = 3, WHITE = 250, OPAQUE = 255 };
enum { SEEN, PALE, TINY, SURE };
enum { MOST_DEEP = 6 };
static const double TINY_SIZE = 1.0, SCALED = 2.0, COVER = 4.0;

/* PDFium's functions, in the order of pdf_objects.CALLS. */
typedef struct {
    int (*count)(void *page);
    void *(*object)(void *page, int index);
    int (*count_inside)(void *form);
    void *(*inside)(void *form, unsigned long index);
    int (*type)(void *object);
    int (*bounds)(void *object, float *left, float *bottom, float *right, float *top);
    int (*matrix)(void *object, float matrix[6]);
    int (*colour)(void *object, unsigned *red, unsigned *green, unsigned *blue, unsigned *opacity);
    int (*mode)(void *text);
    int (*size)(void *text, float *size);
    int (*is_transparent)(void *object);
    int (*draw_mode)(void *path, int *fill, int *stroke);
} calls;

typedef struct {
    double left, bottom, right, top;
    int32_t is_text, hidden, paints, covers;
} drawn;

typedef struct {
    double a, b, c, d, e, f;
} matrix;

typedef struct {
    const calls *pdfium;
    drawn *rows;
    int most, count;
} look;

static matrix matrix_of(const calls *pdfium, void *object)
{
    float m[6] = {1, 0, 0, 1, 0, 0};
    pdfium->matrix(object, m);
    return (matrix){m[0], m[1], m[2], m[3], m[4], m[5]};
}

static matrix inside(matrix outer, matrix m)
{
    return (matrix){m.a * outer.a + m.b * outer.c,           m.a * outer.b + m.b * outer.d,
                    m.c * outer.a + m.d * outer.c,           m.c * outer.b + m.d * outer.d,
                    m.e * outer.a + m.f * outer.c + outer.e, m.e * outer.b + m.f * outer.d + outer.f};
}

/* The box of an object in the page's points. */
static drawn box_of(const calls *pdfium, void *object, const matrix *form)
{
    float l = 0, b = 0, r = 0, t = 0;
    if (!pdfium->bounds(object, &l, &b, &r, &t))
        l = b = r = t = 0;
    drawn row = {l, b, r, t, 0, SEEN, 1, 0};
    if (form) {
        double x[4] = {l * form->a + b * form->c, l * form->a + t * form->c,
                       r * form->a + b * form->c, r * form->a + t * form->c};
        double y[4] = {l * form->b + b * form->d, l * form->b + t * form->d,
                       r * form->b + b * form->d, r * form->b + t * form->d};
        row.left = row.right = x[0], row.bottom = row.top = y[0];
        for (int at = 1; at < 4; at++) {
            row.left = x[at] < row.left ? x[at] : row.left;
            row.right = x[at] > row.right ? x[at] : row.right;
            row.bottom = y[at] < row.bottom ? y[at] : row.bottom;
            row.top = y[at] > row.top ? y[at] : row.top;
        }
        row.left += form->e, row.right += form->e, row.bottom += form->f, row.top += form->f;
    }
    return row;
}

/* How a text is drawn so that nobody sees it. */
static int how_hidden(const calls *pdfium, void *text, const matrix *form)
{
    unsigned red, green, blue, opacity;
    int mode = pdfium->mode(text);
    if (mode != FILLED)
        return mode == INVISIBLE ? SURE : SEEN;
    if (pdfium->colour(text, &red, &green, &blue, &opacity)) {
        if (opacity == 0)
            return SURE;
        if (red >= WHITE && green >= WHITE && blue >= WHITE)
            return PALE;
    }
    float size = 0;
    pdfium->size(text, &size);
    double square = (double)size * size;
    double scale = form ? form->c * form->c + form->d * form->d : 1;
    if (square * scale > SCALED * SCALED)
        return SEEN;
    matrix m = matrix_of(pdfium, text);
    if (form)
        m = inside(*form, m);
    double height = square * (m.c * m.c + m.d * m.d);
    return 0 < height && height < TINY_SIZE * TINY_SIZE ? TINY : SEEN;
}

static void look_at_path(const calls *pdfium, void *path, drawn *row)
{
    unsigned red = 0, green = 0, blue = 0, opacity = 0;
    int fill = 0, stroke = 0;
    pdfium->draw_mode(path, &fill, &stroke);
    int is_filled = fill != 0 && pdfium->colour(path, &red, &green, &blue, &opacity);
    row->paints = is_filled && opacity > 0 && (red < WHITE || green < WHITE || blue < WHITE);
    row->covers = is_filled && opacity == OPAQUE && row->top - row->bottom >= COVER &&
                  row->right - row->left > COVER && !pdfium->is_transparent(path);
}

static void look_at(look *page, void *object, const matrix *form, int depth)
{
    const calls *pdfium = page->pdfium;
    int type = pdfium->type(object);
    if (type == FORM && depth < MOST_DEEP) {
        matrix own = matrix_of(pdfium, object);
        if (form)
            own = inside(*form, own);
        int count = pdfium->count_inside(object);
        for (int at = 0; at < count && page->count < page->most; at++)
            look_at(page, pdfium->inside(object, (unsigned long)at), &own, depth + 1);
        return;
    }
    drawn row = box_of(pdfium, object, form);
    if (type == TEXT) {
        row.is_text = 1, row.paints = 0;
        row.hidden = how_hidden(pdfium, object, form);
    } else if (type == PATH)
        look_at_path(pdfium, object, &row);
    page->rows[page->count++] = row;
}

/* pdf_objects.drawn_on: how many objects there are, `most` at most. */
EXPORTED int look_at_objects(const calls *pdfium, void *page, int most, drawn *rows)
{
    look whole = {pdfium, rows, most, 0};
    int count = pdfium->count(page);
    for (int at = 0; at < count && whole.count < most; at++)
        look_at(&whole, pdfium->object(page, at), NULL, 0);
    return whole.count;
}

static int holds(const drawn *box, const drawn *other)
{
    double x = (other->left + other->right) / 2, y = (other->bottom + other->top) / 2;
    return box->left <= x && x <= box->right && box->bottom <= y && y <= box->top;
}

/* pdf_objects._is_lost. */
static int is_lost(const drawn *rows, int count, int at)
{
    const drawn *one = &rows[at];
    double width = one->right - one->left, height = one->top - one->bottom;
    switch (one->hidden) {
    case TINY:
        return (width < height ? width : height) < TINY_SIZE;
    case SURE:
        for (int other = 0; other < count; other++)
            if (rows[other].paints && !rows[other].covers && holds(&rows[other], one))
                return 0;
        return 1;
    case PALE:
        for (int other = 0; other < at; other++)
            if (rows[other].paints && holds(&rows[other], one))
                return 0;
        return 1;
    }
    for (int other = at + 1; other < count; other++)
        if (rows[other].covers && holds(&rows[other], one))
            return 1;
    return 0;
}

/* pdf_objects.lost_among: how many texts cannot be seen, and their places. */
EXPORTED int find_lost(const drawn *rows, int count, int32_t *lost)
{
    int found = 0, last_cover = -1;
    for (int at = 0; at < count; at++)
        if (rows[at].covers)
            last_cover = at;
    for (int at = 0; at < count; at++)
        if (rows[at].is_text && (rows[at].hidden || at < last_cover) && is_lost(rows, count, at))
            lost[found++] = at;
    return found;
}
