package dev.smelt.benchmarks.sidebyside;

import java.util.Map;

/**
 * A workload and its sides.
 *
 * @param name as NumPy's side knows it
 * @param what in a few words, with sizes
 * @param sides those in Java, by name
 */
record Contest(String name, String what, Map<String, Side> sides) {
    static final String SMELT = "Smelt";
    static final String JAVA = "parallel Java";
    static final String APARAPI = "Aparapi threads";
    static final String NUMPY = "NumPy";
    static final String LANE_BY_LANE = "lane by lane";
}
