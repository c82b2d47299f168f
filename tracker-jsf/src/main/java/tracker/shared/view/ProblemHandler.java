package tracker.shared.view;

import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Text;

/**
 * Refusals of doors become words: beside the field that they name, or in the form's own line; on
 * opening a page they become the error page of their status. Nobody ever sees a stack trace.
 */
public class ProblemHandler extends ExceptionHandlerWrapper {
  private static final Logger LOG = Logger.getLogger(ProblemHandler.class.getName());

  /** Makes the handler; named in faces-config.xml. */
  public static class Factory extends ExceptionHandlerFactory {
    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new ProblemHandler(getWrapped().getExceptionHandler());
    }
  }

  ProblemHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    FacesContext context = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable thrown = events.next().getContext().getException();
      events.remove();
      show(context, problemIn(thrown));
    }
    getWrapped().handle();
  }

  private static Problem problemIn(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = deeper(one)) {
      if (one instanceof Problem problem) {
        return problem;
      }
    }
    LOG.log(Level.SEVERE, "a page failed", thrown);
    return Problem.of(CommonProblem.INTERNAL_ERROR);
  }

  private static @Nullable Throwable deeper(Throwable thrown) {
    if (thrown instanceof EJBException wrapped && wrapped.getCausedByException() != null) {
      return wrapped.getCausedByException();
    }
    return thrown.getCause();
  }

  private static void show(FacesContext context, Problem problem) {
    boolean acting =
        context.isPostback() && !PhaseId.RENDER_RESPONSE.equals(context.getCurrentPhaseId());
    if (problem.code() == CommonProblem.UNAUTHENTICATED) {
      redirect(context, "/login");
    } else if (acting) {
      say(context, problem);
    } else if (!context.getExternalContext().isResponseCommitted()) {
      refuse(context, problem.code().status());
    }
  }

  private static void redirect(FacesContext context, String path) {
    try {
      var external = context.getExternalContext();
      external.redirect(external.getRequestContextPath() + path);
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void refuse(FacesContext context, int status) {
    try {
      context.getExternalContext().responseReset();
      context.getExternalContext().responseSendError(status, null);
      context.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void say(FacesContext context, Problem problem) {
    Words words = CDI.current().select(Words.class).get();
    boolean told = false;
    for (var field : problem.fields().entrySet()) {
      told |= sayBeside(context, field.getKey(), words.say(field.getValue()));
    }
    if (!told) {
      Text text =
          problem.fields().isEmpty() ? problem.text() : problem.fields().values().iterator().next();
      context.addMessage(null, message(words.say(text)));
      CDI.current().select(Toasts.class).get().wrong(words.say(text));
    }
    context.validationFailed();
  }

  private static FacesMessage message(String text) {
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
  }

  /** Fields of a form carry the public name of what they fill, e.g. {@code due_at}, as their id. */
  private static boolean sayBeside(FacesContext context, String field, String text) {
    AtomicReference<@Nullable UIComponent> found = new AtomicReference<>();
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, component) -> {
              if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
              }
              if (component instanceof UIInput input && field.equals(component.getId())) {
                keep(context, input);
                input.setValid(false);
                context.addMessage(component.getClientId(context), message(text));
                found.set(component);
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return found.get() != null;
  }

  // what was typed stays, but for passwords, which no page ever shows
  private static void keep(FacesContext context, UIInput input) {
    boolean secret = "password".equals(input.getPassThroughAttributes().get("type"));
    boolean one = !(input instanceof UISelectMany);
    if (one && !secret) {
      input.setSubmittedValue(
          context.getExternalContext().getRequestParameterMap().get(input.getClientId(context)));
    }
  }
}
