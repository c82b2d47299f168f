package tracker.feed.rest;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends a stream where the server says that its connection is gone. */
record Hangup(Stream stream) implements AsyncListener {
  @Override
  public void onComplete(AsyncEvent event) {
    stream.end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    stream.end();
  }

  @Override
  public void onError(AsyncEvent event) {
    stream.end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // nothing begins again
  }
}
