// Checked mode: where the first check that fails is recorded, and for which thread.
struct smelt_checks {
    device int* record;
    uint3 position;
};
