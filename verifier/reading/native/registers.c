/* The wide registers of x86-64 processors (AVX), whose upper halves a program must give back. As long
 * as they are in use, each instruction on the lower halves keeps them, which makes what works with
 * numbers of 32 bits up to four times as slow: PDFium, Qt, the loops here. isal forgets to.
 */
#include <stdint.h>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>

enum { TELLS_USE = 1 << 2, UPPER_HALVES = 1 << 2 };

/* Give the upper halves back; those of the calling thread. */
EXPORTED void give_back_registers(void)
{
    if (__builtin_cpu_supports("avx"))
        __asm__ volatile("vzeroupper");
}

/* Whether the upper halves are in use, -1 where the processor does not tell. */
EXPORTED int are_registers_held(void)
{
    unsigned int a, b, c, d;
    uint32_t low, high;
    if (!__builtin_cpu_supports("avx") || !__get_cpuid_count(0xD, 1, &a, &b, &c, &d) ||
        !(a & TELLS_USE))
        return -1;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(1));
    return (low & UPPER_HALVES) != 0;
}
#else
EXPORTED void give_back_registers(void) {}
EXPORTED int are_registers_held(void)
{
    return -1;
}
#endif
