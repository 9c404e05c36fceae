// The divisor; if it is zero, division by it is defined all the same.
static inline int smelt_check_divisor(smelt_checks checks, int check, int divisor) {
    if (divisor == 0) {
        smelt_check_failed(checks, check, 0, 0);
    }
    return divisor;
}
static inline long smelt_check_divisor(smelt_checks checks, int check, long divisor) {
    if (divisor == 0) {
        smelt_check_failed(checks, check, 0, 0);
    }
    return divisor;
}
static inline int2 smelt_check_divisor(smelt_checks checks, int check, int2 divisor) {
    if (divisor.x == 0 || divisor.y == 0) {
        smelt_check_failed(checks, check, 0, 0);
    }
    return divisor;
}
static inline int3 smelt_check_divisor(smelt_checks checks, int check, int3 divisor) {
    if (divisor.x == 0 || divisor.y == 0 || divisor.z == 0) {
        smelt_check_failed(checks, check, 0, 0);
    }
    return divisor;
}
static inline int4 smelt_check_divisor(smelt_checks checks, int check, int4 divisor) {
    if (divisor.x == 0 || divisor.y == 0 || divisor.z == 0 || divisor.w == 0) {
        smelt_check_failed(checks, check, 0, 0);
    }
    return divisor;
}
