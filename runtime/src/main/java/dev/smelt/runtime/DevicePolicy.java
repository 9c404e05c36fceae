package dev.smelt.runtime;

/** Which kinds of device {@link Device#open(DevicePolicy)} may open. */
public enum DevicePolicy {
    /** The GPU, or {@link DeviceUnavailableException} with the reason. */
    REQUIRE_GPU,
    /** The GPU where there is one, else the JVM; which it is, and why, is logged once. */
    PREFER_GPU,
    /** The JVM. */
    CPU_ONLY
}
