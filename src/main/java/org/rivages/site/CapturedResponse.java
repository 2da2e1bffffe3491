package org.rivages.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body back up to a limit, so that it can be kept; beyond the limit everything flows
 * through. A handler's {@code Cache-Control} replaces ours instead of standing beside it.
 */
final class CapturedResponse extends HttpServletResponseWrapper {
    private final int most;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean flowing;
    private boolean sentEarly;
    private @Nullable String cacheControl;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    /**
     * @param most how many bytes to hold; 0 lets everything through at once
     */
    CapturedResponse(HttpServletResponse response, int most) {
        super(response);
        this.most = most;
        this.flowing = most == 0;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return held.toByteArray();
    }

    /** True when the body did not fit, so that part of it has left. */
    boolean tooLarge() {
        return flowing;
    }

    /** True when an error or a redirect answered instead of a body. */
    boolean leftEarly() {
        return sentEarly || getResponse().isCommitted();
    }

    /** What the handler itself said, or null. */
    @Nullable String ownCacheControl() {
        return cacheControl;
    }

    /** Sends what was held; what follows goes straight through. */
    void release() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (!flowing) {
            flowing = true;
            if (!sentEarly && held.size() > 0) {
                getResponse().getOutputStream().write(held.toByteArray());
            }
            held.reset();
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Cache-Control")) {
            cacheControl = value;
        }
        if (flowing || !name.equalsIgnoreCase("Content-Length")) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Cache-Control")) {
            setHeader(name, value);
        } else if (flowing || !name.equalsIgnoreCase("Content-Length")) {
            super.addHeader(name, value);
        }
    }

    /** What is held may leave compressed: its length is set by whoever sends it. */
    @Override
    public void setContentLength(int length) {
        if (flowing) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (flowing) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sentEarly = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sentEarly = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sentEarly = true;
        super.sendRedirect(location);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (flowing) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        super.reset();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream open = stream;
        if (open == null) {
            open = most == 0 ? super.getOutputStream() : new Held();
            stream = open;
        }
        return open;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter open = writer;
        if (open == null) {
            String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            open =
                    most == 0
                            ? super.getWriter()
                            : new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
            writer = open;
        }
        return open;
    }

    private final class Held extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!flowing && held.size() + length > most) {
                release();
            }
            if (flowing) {
                getResponse().getOutputStream().write(bytes, from, length);
            } else {
                held.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (flowing) {
                getResponse().getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("pages are written by blocking calls");
        }
    }
}
