package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters of a UTF-8 stream, one by one; a byte order mark at its beginning is left out. */
final class StrictUtf8 {
    /** The stream is at its end. */
    static final int END = -1;

    /** Here stand bytes that are no UTF-8. */
    static final int BROKEN = -2;

    private final InputStream in;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 16).flip();
    private long read;
    private boolean ended;
    private boolean broken;

    StrictUtf8(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (chars.hasRemaining() && chars.get(chars.position()) == '\uFEFF') {
            chars.get();
        }
    }

    /** Bytes taken from the stream so far. */
    long taken() {
        return read;
    }

    /** The next UTF-16 unit, {@link #END} or {@link #BROKEN}. */
    int next() throws IOException {
        return chars.hasRemaining() || fill() ? chars.get() : broken ? BROKEN : END;
    }

    private boolean fill() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !broken) {
            if (!ended) {
                bytes.compact();
                int more = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = more < 0;
                read += Math.max(0, more);
                bytes.position(bytes.position() + Math.max(0, more)).flip();
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            broken = result.isError();
            if (ended && !bytes.hasRemaining()) {
                break;
            }
        }
        chars.flip();
        return chars.hasRemaining();
    }
}
