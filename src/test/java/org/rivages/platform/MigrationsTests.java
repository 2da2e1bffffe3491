package org.rivages.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrationsTests {

    @Test
    void giveEveryMigrationAVersionOfItsOwn() throws IOException {
        List<String> names = fileNames();
        assertThat(names).isNotEmpty();
        assertThat(names.stream().map(name -> name.substring(0, name.indexOf("__"))))
                .doesNotHaveDuplicates();
        assertThat(Migrations.versions()).hasSameSizeAs(names);
    }

    @Test
    void useATimeStampAsVersion() throws IOException {
        assertThat(fileNames()).allMatch(name -> name.matches("V\\d{8}_\\d{4}__\\w+\\.sql"));
    }

    private static List<String> fileNames() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:org/rivages/*/migration/*");
        return Arrays.stream(files).map(file -> String.valueOf(file.getFilename())).toList();
    }
}
