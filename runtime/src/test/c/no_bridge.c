/* A library that has nothing to do with Smelt. */
int unrelated(void) {
    return 0;
}
