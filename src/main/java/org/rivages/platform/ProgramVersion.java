package org.rivages.platform;

import org.jspecify.annotations.Nullable;

/** The version of this program, from its jar. */
final class ProgramVersion {

    private ProgramVersion() {}

    static String text() {
        @Nullable String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
