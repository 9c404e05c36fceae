package dev.smelt.runtime;

/**
 * What Apple's API reported, as it reported it.
 *
 * @param domain the domain of the {@code NSError}, such as {@code MTLCommandBufferErrorDomain}
 * @param code its code within the domain
 * @param text its localized description
 */
public record MetalError(String domain, long code, String text) {
    /** {@code domain code: text}. */
    @Override
    public String toString() {
        return domain + " " + code + ": " + text;
    }
}
