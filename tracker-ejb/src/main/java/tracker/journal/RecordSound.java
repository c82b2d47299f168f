package tracker.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import tracker.shared.Clock;
import tracker.shared.Figures;

/**
 * How the last proof of the record ended. It has no kind on purpose: an altered past is for the
 * operator to look into, the node goes on serving.
 */
@ApplicationScoped
public class RecordSound implements HealthCheck, Figures {
  @Inject private Proofs proofs;
  @Inject private Clock clock;

  /** The last proof; empty before the first. */
  public Optional<LastProof> last() {
    return proofs.last();
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder said = HealthCheckResponse.named("journal");
    LastProof last = proofs.last().orElse(null);
    if (last == null) {
      return said.withData("proved_at", "not yet").up().build();
    }
    said.withData("proved_at", last.at().toString()).withData("checked", last.proof().checked());
    if (last.proof().firstBad() != null) {
      said.withData("first_bad", last.proof().firstBad().toString());
    }
    return said.status(last.proof().valid()).build();
  }

  @Override
  public List<Figure> figures() {
    return proofs.last().stream()
        .flatMap(
            last ->
                List.of(
                    new Figure(
                        "tracker_journal_valid",
                        "Whether the last proof found the record as it was written",
                        last.proof().valid() ? 1 : 0),
                    new Figure(
                        "tracker_journal_checked",
                        "Entries that the last proof recomputed",
                        last.proof().checked()),
                    new Figure(
                        "tracker_journal_proof_age_seconds",
                        "How long ago the last proof was made",
                        Duration.between(last.at(), clock.now()).toSeconds()))
                    .stream())
        .toList();
  }
}
