/* Float functions of programs, computed in double and rounded once: at most a unit in the last place off, mostly none. */
#define _GNU_SOURCE
#include <math.h>

#define ONE(NAME, ...) \
    float msl_##NAME(float x) { return (float)(__VA_ARGS__); }
#define TWO(NAME, ...) \
    float msl_##NAME(float x, float y) { return (float)(__VA_ARGS__); }

ONE(sin, sin((double)x))
ONE(cos, cos((double)x))
ONE(tan, tan((double)x))
ONE(asin, asin((double)x))
ONE(acos, acos((double)x))
ONE(atan, atan((double)x))
ONE(sinh, sinh((double)x))
ONE(cosh, cosh((double)x))
ONE(tanh, tanh((double)x))
ONE(asinh, asinh((double)x))
ONE(acosh, acosh((double)x))
ONE(atanh, atanh((double)x))
ONE(exp, exp((double)x))
ONE(exp2, exp2((double)x))
ONE(exp10, exp10((double)x))
ONE(log, log((double)x))
ONE(log2, log2((double)x))
ONE(log10, log10((double)x))
ONE(rsqrt, 1.0 / sqrt((double)x))

/* Of half turns: reduced exactly, before pi comes in. */
static double turn(float x) { return fmod((double)x, 2.0); }
ONE(sinpi, fmod(turn(x), 1.0) == 0.0 ? copysign(0.0, (double)x) : sin(M_PI * turn(x)))
ONE(cospi, fabs(fmod(turn(x), 1.0)) == 0.5 ? 0.0 : cos(M_PI * turn(x)))
ONE(tanpi, fmod(turn(x), 1.0) == 0.0 ? copysign(0.0, (double)x) : tan(M_PI * turn(x)))

TWO(atan2, atan2((double)x, (double)y))
TWO(pow, pow((double)x, (double)y))
/* Of what isn't negative; of a negative number it is undefined. */
TWO(powr, x < 0 ? NAN : pow((double)x, (double)y))

float msl_fmod(float x, float y) { return fmodf(x, y); }
float msl_remainder(float x, float y) { return remainderf(x, y); }
float msl_nextafter(float x, float y) { return nextafterf(x, y); }
