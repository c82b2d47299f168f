package tracker.shared.view;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is packed from the first byte on, where it is text: whether it is, is known
 * only then.
 */
class PackedResponse extends HttpServletResponseWrapper {
  private static final int BUFFER = 8192;
  private static final Set<String> TEXTS =
      Set.of(
          "text/html",
          "text/xml",
          "text/css",
          "text/javascript",
          "application/javascript",
          "application/xhtml+xml",
          "image/svg+xml");

  private @Nullable Body body;
  private @Nullable PrintWriter writer;
  private long length = -1;

  PackedResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (body == null) {
      body = new Body();
    }
    return body;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
    }
    return writer;
  }

  @Override
  public void setContentLength(int length) {
    this.length = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    this.length = length;
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if ("Content-Length".equalsIgnoreCase(name) && value != null) {
      length = Long.parseLong(value);
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (body != null) {
      body.flush();
    }
    super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  // what was begun is not there any more
  private void forget() {
    body = null;
    writer = null;
    length = -1;
  }

  /** Writes what is left. */
  void finish() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (body != null) {
      body.finish();
    } else if (length >= 0 && !isCommitted()) {
      super.setContentLengthLong(length);
    }
  }

  private boolean isText() {
    String type = getContentType();
    return type != null
        && TEXTS.contains(type.split(";", 2)[0].trim())
        && getStatus() == SC_OK
        && !isCommitted()
        && !containsHeader("Content-Encoding");
  }

  private OutputStream started() throws IOException {
    OutputStream plain = getResponse().getOutputStream();
    if (!isText()) {
      if (length >= 0) {
        super.setContentLengthLong(length);
      }
      return plain;
    }
    super.setHeader("Content-Encoding", "gzip");
    return new GZIPOutputStream(plain, BUFFER, true);
  }

  private final class Body extends ServletOutputStream {
    private @Nullable OutputStream out;

    private OutputStream out() throws IOException {
      if (out == null) {
        out = started();
      }
      return out;
    }

    @Override
    public void write(int one) throws IOException {
      out().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (count > 0) {
        out().write(bytes, from, count);
      }
    }

    @Override
    public void flush() throws IOException {
      if (out != null) {
        out.flush();
      }
    }

    void finish() throws IOException {
      if (out instanceof GZIPOutputStream packed) {
        packed.finish();
      }
      if (out == null && length >= 0 && !isCommitted()) {
        PackedResponse.super.setContentLengthLong(length);
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("pages are written as they come");
    }
  }
}
