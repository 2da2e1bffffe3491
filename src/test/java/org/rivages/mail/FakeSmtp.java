package org.rivages.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small mail server that answers each recipient as it was told. */
final class FakeSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** Every message taken, as it came. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    FakeSmtp() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on RCPT TO this address gets this answer. */
    void answer(String address, String answer) {
        answers.put(address, answer);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 test");
            String line;
            while ((line = in.readLine()) != null) {
                String answer = answer(line);
                say(client, answer);
                if (answer.startsWith("354")) {
                    StringBuilder message = new StringBuilder();
                    for (String l = in.readLine(); l != null && !l.equals("."); l = in.readLine()) {
                        message.append(l).append('\n');
                    }
                    taken.add(message.toString());
                    say(client, "250 taken");
                }
                if (answer.startsWith("221")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other side went away
        }
    }

    private String answer(String line) {
        String command = line.toUpperCase(java.util.Locale.ROOT);
        if (command.startsWith("RCPT TO:")) {
            String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            return answers.getOrDefault(address, "250 ok");
        }
        return command.startsWith("DATA")
                ? "354 go"
                : command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
