package org.rivages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/** What no handler ever sees still gets a clear answer of ours. */
@RivagesTest
class RefusedRequestsIT {
    @ParameterizedTest
    @CsvSource({
        "GET,/fr/calls/%00,400,fr",
        "GET,/ar/organisations/%ff,400,ar",
        "GET,/fr/organisations/..%2f..%2fetc,400,fr",
        "GET,/fr/organisations;x=1,400,fr",
        "GET,/ar//organisations,400,ar",
        "GET,/fr/desk/%2e%2e/calls,400,fr",
        "TRACE,/fr/,405,fr",
        "INVENTED,/ar/,400,ar",
    })
    void everyRefusalIsInTheLanguageOfTheAddressAndSafe(
            String method, String path, int status, String language) throws IOException {
        String answer = plain(method + " " + path + " HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer)
                .contains("<html lang=\"" + language + "\"")
                .containsIgnoringCase("\r\nContent-Security-Policy: default-src 'none'")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff")
                .doesNotContain("HTTP Status")
                .doesNotContain("Tomcat")
                .doesNotContain("at org.");
    }

    /** Sent as it stands: our own client would refuse some of these addresses. */
    private static String plain(String line) throws IOException {
        URI base = URI.create(TestServer.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request =
                    line + "\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/organisations?network=%00",
                "/en/organisations?type=a%00b&country=%00",
                "/fr/search?q=%00"
            })
    void aParameterWithoutTextIsNoFault(String path) {
        assertThat(new Visitor().raw(path).status()).isIn(200, 400);
    }

    @Test
    void nothingHasFailedWhereSomebodyAsksForTheErrorPage() {
        assertThat(new Visitor().raw("/error").status()).isEqualTo(404);
    }

    @Test
    void aFileNameThatIsNoTextIsRefused() {
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Answer form = visitor.get("/fr/calls/demo-open/apply/documents");
        Answer refused =
                visitor.submit(
                        form,
                        "form[action$=/apply/documents]",
                        Map.of(),
                        List.of(
                                new Visitor.Upload(
                                        "cv",
                                        "cv\0.pdf",
                                        "application/pdf",
                                        "%PDF-1.4".getBytes(StandardCharsets.US_ASCII))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.page().select("html").attr("lang")).isEqualTo("fr");
    }
}
