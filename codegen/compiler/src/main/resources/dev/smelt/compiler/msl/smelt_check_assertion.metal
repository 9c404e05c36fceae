static inline void smelt_check_assertion(smelt_checks checks, int check, bool holds) {
    if (!holds) {
        smelt_check_failed(checks, check, 0, 0);
    }
}
