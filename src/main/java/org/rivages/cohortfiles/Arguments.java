package org.rivages.cohortfiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands on the command line: options with a file each, and files without an option. */
record Arguments(Map<String, Path> options, List<Path> files) {

    /** The words on the command line are not understood; the message says why. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;
        private final String key;
        private final String name;

        NotUnderstood(String key, String name) {
            super(key + " " + name, null, false, false);
            this.key = key;
            this.name = name;
        }

        String told(Phrases phrases) {
            return phrases.get(key, "name", name, "file", name);
        }
    }

    static Arguments of(List<String> words, Set<String> known) throws NotUnderstood {
        Map<String, Path> options = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!word.startsWith("-")) {
                files.add(path(word));
            } else if (!known.contains(name)) {
                throw new NotUnderstood("cohortfiles.command.unknown", name);
            } else if (!name.equals(word)) {
                options.put(name, path(word.substring(equals + 1)));
            } else if (i + 1 == words.size()) {
                throw new NotUnderstood("cohortfiles.command.value", name);
            } else {
                options.put(name, path(words.get(++i)));
            }
        }
        return new Arguments(options, files);
    }

    private static Path path(String word) throws NotUnderstood {
        try {
            if (!word.isEmpty()) {
                return Path.of(word);
            }
        } catch (java.nio.file.InvalidPathException _) {
            // told below
        }
        throw new NotUnderstood("cohortfiles.command.missing", word);
    }

    Path option(String name) throws NotUnderstood {
        Path path = options.get(name);
        if (path == null) {
            throw new NotUnderstood("cohortfiles.command.missing", name);
        }
        return path;
    }
}
