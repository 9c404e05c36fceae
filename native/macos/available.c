/*
 * What @available compiles to a call of, which Apple's compiler brings along in a library of its own.
 *
 * The system's function compares with the system that the process was built for and runs on, and is there since
 * macOS 10.15.
 */
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t platform;
    uint32_t version; /* major in the upper 16 bits, then 8 bits of minor and 8 of patch */
} system_version;

bool _availability_version_check(uint32_t count, const system_version versions[]);

int32_t __isPlatformVersionAtLeast(uint32_t platform, uint32_t major, uint32_t minor, uint32_t patch);

int32_t __isPlatformVersionAtLeast(uint32_t platform, uint32_t major, uint32_t minor, uint32_t patch) {
    system_version wanted = {platform, (major & 0xFFFF) << 16 | (minor & 0xFF) << 8 | (patch & 0xFF)};
    return _availability_version_check(1, &wanted) ? 1 : 0;
}
