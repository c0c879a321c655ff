#include <sys/types.h>

/// Starts a program on a new terminal of the given size, in a folder of its own.
///
/// Returns the process and leaves in `terminal` the descriptor of the other end, or returns -1.
pid_t pseudo_terminal_start(int *terminal, const char *folder, const char *program,
                            char *const arguments[], char *const environment[],
                            unsigned short columns, unsigned short rows);
