package org.rivages.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.rivages.platform.FreePort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Where the program of the tests listens, and the mail server that it writes to. */
public final class TestServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int PORT = FreePort.pick();
    private static final GreenMail MAIL = startMail();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test server",
                                Map.of(
                                        "server.port",
                                        PORT,
                                        "server.address",
                                        "127.0.0.1",
                                        "rivages.port",
                                        PORT,
                                        "rivages.base-url",
                                        base(),
                                        "rivages.api-limit",
                                        100_000,
                                        "rivages.smtp-url",
                                        "smtp://127.0.0.1:"
                                                + MAIL.getSmtp().getPort()
                                                + "?from=network@rivages.example")));
    }

    /** {@code http://127.0.0.1:12345}. */
    public static String base() {
        return "http://127.0.0.1:" + PORT;
    }

    static GreenMail mail() {
        return MAIL;
    }

    private static GreenMail startMail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }
}
