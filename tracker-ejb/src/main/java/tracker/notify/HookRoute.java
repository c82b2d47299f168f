package tracker.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls webhooks: 3 s to connect, 10 s for the whole try, 64 KB of the answer, no redirects. It
 * connects to the address that the guard looked at.
 */
final class HookRoute implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HookRoute.class.getName());
  private static final Timeout CONNECT = Timeout.ofSeconds(3);
  private static final Timeout WHOLE_TRY = Timeout.of(Delivery.LONGEST_TRY);
  private static final int READ = 64 << 10;
  private static final int KEPT = 4 << 10;
  private static final int MOST = 64;

  private final Guard guard;
  private final ScheduledExecutorService watch;
  private final CloseableHttpClient client;

  HookRoute(Guard guard, ScheduledExecutorService watch) {
    this.guard = guard;
    this.watch = watch;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST)
                    .setMaxConnPerRoute(MOST)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(WHOLE_TRY)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(WHOLE_TRY)
                    .setConnectionRequestTimeout(CONNECT)
                    .build())
            // one that the receiver has just ended would fail the next call
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent("Gerask")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  /** Calls it; anything but a 2xx is a failure. */
  Answer call(Message.Call call, UUID event, Instant now) throws Undelivered {
    Answer answer = answered(call, request(call, event, now));
    if (answer.status() < 200 || answer.status() > 299) {
      throw Undelivered.answered(answer);
    }
    return answer;
  }

  private Answer answered(Message.Call call, HttpPost request) throws Undelivered {
    ScheduledFuture<?> end =
        watch.schedule(request::cancel, WHOLE_TRY.toMilliseconds(), TimeUnit.MILLISECONDS);
    try {
      InetAddress address = guard.address(call.url());
      HttpHost target =
          new HttpHost(call.url().getScheme(), address, call.url().getHost(), call.url().getPort());
      ClassicHttpResponse response = client.executeOpen(target, request, null);
      Answer answer = read(response);
      request.cancel(); // what is left of an answer is not waited for
      close(response);
      return answer;
    } catch (Guard.Refused e) {
      throw Undelivered.forGood(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      throw Undelivered.now("The name of the receiver is not known", e);
    } catch (IOException e) {
      // refused, silent, broken: what a stranger's port does is nobody's to find out
      throw Undelivered.now("The receiver gave no answer", e);
    } finally {
      end.cancel(false);
    }
  }

  private static HttpPost request(Message.Call call, UUID event, Instant now) {
    HttpPost request = new HttpPost(call.url());
    request.setEntity(
        new StringEntity(
            call.payload(), ContentType.create("application/json", StandardCharsets.UTF_8)));
    request.setHeader("webhook-id", event.toString());
    request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    if (!call.secrets().isEmpty()) {
      request.setHeader(
          "webhook-signature",
          call.secrets().stream()
              .map(one -> Signature.of(one, event.toString(), now.getEpochSecond(), call.payload()))
              .collect(Collectors.joining(" ")));
    }
    return request;
  }

  // so much of an answer is read, and a part of that kept; it has answered, whatever comes after
  private static Answer read(ClassicHttpResponse response) {
    byte[] body = {};
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      try {
        body = entity.getContent().readNBytes(READ);
      } catch (IOException e) {
        LOG.log(Level.FINE, "A receiver that answered did not say all", e);
      }
    }
    String text = new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8);
    return new Answer(response.getCode(), text.replace("\0", ""));
  }

  private static void close(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "A receiver that answered was cut off", e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
