package tracker.identity;

/** What a door method asks of its caller. */
public enum Right {
  /** Nothing: registration, login, health. */
  ANYONE,
  /** A signed-in, active account; what it may see is narrowed inside (own things, own sessions). */
  SIGNED_IN,
  /** The role admin. */
  ADMIN,
  /** To see the project: member, or anybody signed in where it is internal. Others get 404. */
  PROJECT_VIEW,
  /** To change tasks of the project: member or manager. Those who only see it get 403. */
  PROJECT_WORK,
  /** To change the project itself and its members: manager. */
  PROJECT_MANAGE,
  /** Only other doors, jobs and the server itself; a test refuses calls from REST and pages. */
  INTERNAL
}
