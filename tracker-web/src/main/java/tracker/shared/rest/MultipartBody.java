package tracker.shared.rest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/** A multipart body as the library that takes it apart wants to see it. */
public record MultipartBody(@Nullable String type, long length, InputStream stream)
    implements UploadContext {
  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public String getContentType() {
    return type == null ? "" : type;
  }

  @Override
  @Deprecated
  public int getContentLength() {
    return (int) Math.min(Integer.MAX_VALUE, length);
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public InputStream getInputStream() {
    return stream;
  }
}
