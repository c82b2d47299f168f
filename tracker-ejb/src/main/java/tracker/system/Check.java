package tracker.system;

import java.util.Map;

/**
 * What one check of health said.
 *
 * @param up whether it found all well
 * @param data what it told besides, by name
 */
public record Check(String name, boolean up, Map<String, Object> data) {}
