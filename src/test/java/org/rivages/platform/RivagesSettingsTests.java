package org.rivages.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RivagesSettingsTests {

    @TempDir Path folder;

    @Test
    void needsNoSettingAtAll() {
        RivagesSettings settings = start(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(folder.resolve("data"));
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.smtpUrl()).isNull();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.clockOffset()).isZero();
    }

    @Test
    void readsThePort() {
        RivagesSettings settings = start(Map.of("RIVAGES_PORT", "9000"));
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:9000");
        assertThat(settings.properties())
                .containsEntry("server.port", 9000)
                .containsEntry("rivages.port", 9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "65536", "-1", "80 80", "8080.0", "123456789012"})
    void refusesWhatIsNoPort(String port) {
        refuses("RIVAGES_PORT", port, "a number from 1 to 65535");
    }

    @Test
    void readsTheDataFolder() {
        assertThat(start(Map.of("RIVAGES_DATA", "house")).data())
                .isEqualTo(folder.resolve("house"));
        assertThat(start(Map.of("RIVAGES_DATA", "/srv/house")).data())
                .isEqualTo(Path.of("/srv/house"));
    }

    @Test
    void refusesADataFolderThatCannotBeOne() {
        refuses("RIVAGES_DATA", "a\0b", "a folder");
    }

    @Test
    void readsTheDatabaseAddress() {
        String url = "jdbc:postgresql://db:5432/rivages?user=r&password=s";
        assertThat(start(Map.of("RIVAGES_DATABASE_URL", url)).databaseUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db/rivages?password=secret",
                "jdbc:mysql://db/rivages?password=secret",
                "jdbc:postgresql://db:port/rivages?password=secret",
                "secret"
            })
    void refusesAnotherDatabaseWithoutRepeatingItsPassword(String url) {
        refuses("RIVAGES_DATABASE_URL", url, "jdbc:postgresql://host:port/name");
    }

    @ParameterizedTest
    @CsvSource({
        "https://rivages.example,https://rivages.example",
        "https://rivages.example/,https://rivages.example",
        "http://10.0.0.1:8081,http://10.0.0.1:8081"
    })
    void readsThePublicAddress(String value, String expected) {
        RivagesSettings settings = start(Map.of("RIVAGES_BASE_URL", value));
        assertThat(settings.baseUrl()).isEqualTo(expected);
        assertThat(settings.properties()).containsEntry("rivages.base-url", expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rivages.example",
                "ftp://rivages.example",
                "https://",
                "mailto:someone@rivages.example",
                "https://rivages.example/network",
                "https://rivages.example?x=1",
                "https://a b"
            })
    void refusesWhatIsNoPublicAddress(String value) {
        refuses("RIVAGES_BASE_URL", value, "http(s)://host");
    }

    @Test
    void readsTheMailServer() {
        String url = "smtps://post%40office:a%2Bb+c@mail.example:2465?from=network@rivages.example";
        assertThat(start(Map.of("RIVAGES_SMTP_URL", url)).smtpUrl()).isEqualTo(url);
        assertThat(SmtpServer.parse(url))
                .isEqualTo(
                        new SmtpServer(
                                "mail.example",
                                2465,
                                true,
                                "post@office",
                                "a+b+c",
                                "network@rivages.example"));
    }

    @Test
    void knowsTheUsualMailPorts() {
        assertThat(SmtpServer.parse("smtp://mail.example").port()).isEqualTo(587);
        assertThat(SmtpServer.parse("smtps://mail.example").port()).isEqualTo(465);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example:25",
                "http://mail.example",
                "smtp://",
                "smtp://user:secret@mail.example?to=a@b",
                "smtp://user:secret@mail.example?from=nobody",
                "smtp://user:secret@mail.example:port",
                "smtp://us er:secret@mail.example",
                "smtp://user:%zz@mail.example"
            })
    void refusesWhatIsNoMailServerWithoutRepeatingItsPassword(String url) {
        refuses("RIVAGES_SMTP_URL", url, "smtp(s)://user:password@host:port");
    }

    @Test
    void neverPrintsAPassword() {
        RivagesSettings settings =
                start(
                        Map.of(
                                "RIVAGES_SMTP_URL", "smtp://u:secret@mail.example",
                                "RIVAGES_DATABASE_URL",
                                        "jdbc:postgresql://db/r?user=u&password=secret"));
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(SmtpServer.parse("smtp://u:secret@mail.example").toString())
                .doesNotContain("secret");
    }

    @Test
    void shiftsTheClockOfTheDemonstration() {
        RivagesSettings settings = demo(Map.of("RIVAGES_CLOCK_OFFSET", "P14D"));
        assertThat(settings.clockOffset()).isEqualTo(Duration.ofDays(14));
        assertThat(settings.properties()).containsEntry("rivages.clock-offset", "PT336H");
    }

    @Test
    void refusesToShiftTheClockOfARealHouse() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(Map.of("RIVAGES_CLOCK_OFFSET", "PT1H")))
                .withMessageContaining("demonstration only")
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(2));
    }

    @Test
    void refusesWhatIsNoDuration() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demo(Map.of("RIVAGES_CLOCK_OFFSET", "tomorrow")))
                .withMessageContaining("a duration such as P14D");
    }

    @Test
    void showsTheDemonstrationOnThisMachineOnly() {
        assertThat(demo(Map.of()).properties())
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("rivages.demo", true);
        assertThat(start(Map.of()).properties())
                .doesNotContainKey("server.address")
                .containsEntry("rivages.demo", false);
    }

    @Test
    void readsTheFileOfTheWorkingFolder() throws IOException {
        file("rivages.properties", "RIVAGES_PORT=9001\nRIVAGES_DATA = house \nRIVAGES_SMTP_URL=\n");
        RivagesSettings settings = start(Map.of());
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.data()).isEqualTo(folder.resolve("house"));
        assertThat(settings.smtpUrl()).isNull();
    }

    @Test
    void readsTheFileThatTheEnvironmentNames() throws IOException {
        file("rivages.properties", "RIVAGES_PORT=9001\n");
        file("other.properties", "RIVAGES_PORT=9002\n");
        assertThat(start(Map.of("RIVAGES_CONFIG", "other.properties")).port()).isEqualTo(9002);
    }

    @Test
    void believesTheEnvironmentMoreThanTheFile() throws IOException {
        file("rivages.properties", "RIVAGES_PORT=9001\nRIVAGES_DATA=house\n");
        RivagesSettings settings = start(Map.of("RIVAGES_PORT", "9003", "RIVAGES_DATA", " "));
        assertThat(settings.port()).isEqualTo(9003);
        assertThat(settings.data()).isEqualTo(folder.resolve("house"));
    }

    @Test
    void refusesAFileThatIsMissingOrUnreadable() throws IOException {
        refuses("RIVAGES_CONFIG", "missing.properties", "cannot be read");
        file("broken.properties", "RIVAGES_PORT=\\u00zz\n");
        refuses("RIVAGES_CONFIG", "broken.properties", "cannot be read");
    }

    @Test
    void refusesAFileWithAnUnknownKey() throws IOException {
        file("rivages.properties", "server.port=9001\n");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(Map.of()))
                .withMessageContaining("unknown key \"server.port\"");
    }

    @Test
    void handsOtherSettingsToTheRooms() throws IOException {
        file("rivages.properties", "RIVAGES_FEED_TITLE=Shores\n");
        assertThat(start(Map.of()).properties()).containsEntry("rivages.feed-title", "Shores");
    }

    private void refuses(String key, String value, String expected) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(Map.of(key, value)))
                .withMessageContaining(expected)
                .satisfies(refusal -> {
                    assertThat(refusal.exitCode()).isEqualTo(2);
                    assertThat(refusal.getMessage()).doesNotContain("secret").doesNotContain("\n");
                });
    }

    private RivagesSettings start(Map<String, String> environment) {
        return RivagesSettings.of(SettingsSource.read(environment, folder), false);
    }

    private RivagesSettings demo(Map<String, String> environment) {
        return RivagesSettings.of(SettingsSource.read(environment, folder), true);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
