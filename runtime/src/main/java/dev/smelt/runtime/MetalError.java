package dev.smelt.runtime;

/**
 * What Apple's API reported, as it reported it; or what the bridge to it did, where it refused before asking Apple.
 *
 * @param domain the domain of the {@code NSError}, such as {@code MTLCommandBufferErrorDomain}; {@code smelt} for the bridge
 * @param code its code within the domain; for the bridge one of {@code smelt_status} in {@code smelt.h}
 * @param text its localized description
 */
public record MetalError(String domain, long code, String text) {
    /** {@code domain code: text}. */
    @Override
    public String toString() {
        return domain + " " + code + ": " + text;
    }
}
