package io.jiyun.operator.audit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that may be read up to a bound. */
final class BoundedBody extends FilterInputStream {
    /** There is more than the bound. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long bound) {
            super("it is larger than " + bound + " bytes");
        }
    }

    private final long bound;
    private long taken;

    BoundedBody(InputStream body, long bound) {
        super(body);
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : count(1, read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        return read < 0 ? read : count(read, read);
    }

    private int count(int more, int answer) throws TooLarge {
        taken += more;
        if (taken > bound) {
            throw new TooLarge(bound);
        }
        return answer;
    }
}
