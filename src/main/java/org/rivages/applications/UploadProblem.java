package org.rivages.applications;

import java.util.Map;
import java.util.stream.Collectors;
import org.rivages.files.FileType;
import org.rivages.files.Storing;
import org.rivages.site.Form.Problem;

/** Why a file was not taken, for the place beside its field. */
final class UploadProblem {
    private static final int MEGABYTE = 1_048_576;

    private UploadProblem() {}

    static Problem of(Storing storing, String name) {
        return switch (storing) {
            case Storing.Stored _ -> throw new IllegalArgumentException("it was taken");
            case Storing.Empty() -> new Problem("applications.upload.empty", Map.of("name", name));
            case Storing.TooLarge(long most) ->
                    new Problem(
                            "applications.upload.too-large",
                            Map.of("name", name, "most", most / MEGABYTE));
            case Storing.WrongType(var allowed) ->
                    new Problem(
                            "applications.upload.wrong-type",
                            Map.of(
                                    "name",
                                    name,
                                    "types",
                                    allowed.stream()
                                            .sorted()
                                            .map(FileType::extension)
                                            .map(String::toUpperCase)
                                            .collect(Collectors.joining(", "))));
        };
    }
}
