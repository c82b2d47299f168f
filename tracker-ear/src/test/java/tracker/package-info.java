/**
 * The rules of the house as tests: arrows between capabilities, closed entities, declared rights,
 * names, sizes, texts, migrations. They read compiled classes and sources and need no container.
 */
@NullMarked
package tracker;

import org.jspecify.annotations.NullMarked;
