/* A bridge of the right version that lacks everything else. */
unsigned smelt_abi_version(void) {
    return 2;
}
