/* A bridge of another version. */
unsigned smelt_abi_version(void) {
    return 7;
}
