package tracker.project.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.PersonView;
import tracker.project.MemberRole;
import tracker.project.MemberView;
import tracker.project.Projects;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Who works in the project of the address, and as what. */
@Named("members")
@RequestScoped
public class MembersPage {
  @Inject private Projects projects;
  @Inject private Accounts accounts;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable List<MemberView> all;
  private @Nullable UUID person;
  private MemberRole role = MemberRole.MEMBER;

  public List<MemberView> getAll() {
    if (all == null) {
      all = projects.members(asked.key());
    }
    return all;
  }

  /** People who are not members yet. */
  public List<PersonView> getOthers() {
    Set<UUID> inside = getAll().stream().map(MemberView::userId).collect(Collectors.toSet());
    return accounts.people(null, PageAsk.first(PageAsk.MAX_LIMIT)).items().stream()
        .filter(one -> !inside.contains(one.id()))
        .toList();
  }

  /** Makes the chosen person a member. */
  public void add() {
    if (person == null) {
      throw Problem.invalid("person", "invalid.required");
    }
    say(projects.setMember(asked.key(), person, role), "members.added");
  }

  /** Gives the member that the request names the role that it names. */
  public void change() {
    MemberRole wanted = asked.constant("role", MemberRole.class);
    say(projects.setMember(asked.key(), asked.id("member"), wanted), "members.changed");
  }

  /** Takes the member that the request names out of the project. */
  public void remove() {
    projects.removeMember(asked.key(), asked.id("member"));
    toasts.done(words.get("members.removed"));
    shell.again();
  }

  private void say(MemberView member, String key) {
    toasts.done(words.say(key, member.name(), words.get("member." + member.role().word())));
    shell.again();
  }

  public MemberRole[] getRoles() {
    return MemberRole.values();
  }

  public @Nullable UUID getPerson() {
    return person;
  }

  public void setPerson(@Nullable UUID person) {
    this.person = person;
  }

  public MemberRole getRole() {
    return role;
  }

  public void setRole(MemberRole role) {
    this.role = role;
  }
}
