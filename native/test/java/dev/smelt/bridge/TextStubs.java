package dev.smelt.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What libraries of macOS are known to have, by the text stubs in {@code native/macos/sdk}. */
final class TextStubs {
    private static final Pattern INSTALL_NAME = Pattern.compile("install-name: +'([^']+)'");
    private static final Pattern LIST = Pattern.compile("(symbols|objc-classes|objc-eh-types): +\\[([^]]*)]");

    private TextStubs() {}

    /** The symbols of each library, by its install name. */
    static Map<String, Set<String>> read(Path folder) throws IOException {
        Map<String, Set<String>> libraries = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tbd")).toList()) {
                String text = Files.readString(file);
                String name = INSTALL_NAME
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElseThrow();
                libraries.put(
                        name,
                        LIST.matcher(text)
                                .results()
                                .flatMap(TextStubs::symbols)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return libraries;
    }

    private static Stream<String> symbols(MatchResult list) {
        Stream<String> names = Stream.of(list.group(2).trim().split("\\s*,\\s*"));
        return switch (list.group(1)) {
            case "objc-classes" -> names.map(name -> "_OBJC_CLASS_$_" + name);
            case "objc-eh-types" -> names.map(name -> "_OBJC_EHTYPE_$_" + name);
            default -> names;
        };
    }
}
