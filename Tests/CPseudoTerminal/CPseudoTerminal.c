#define _GNU_SOURCE
#include "CPseudoTerminal.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

// Between fork and exec only calls that are safe there, which is why this is C.
pid_t pseudo_terminal_start(int *terminal, const char *folder, const char *program,
                            char *const arguments[], char *const environment[],
                            unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_col = columns, .ws_row = rows};
  pid_t process = forkpty(terminal, NULL, NULL, &size);
  if (process == 0) {
    // What other tests hold open just then is none of this program's: a pipe kept open here would
    // keep its reader waiting there.
    for (int file = 3; file < 1024; file++) close(file);
    // Nor does it inherit that a thread of the tests blocks signals, or that a shell ignores them.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL);
    if (chdir(folder) == 0) execve(program, arguments, environment);
    _exit(127);
  }
  // Programs started later must not hold this terminal open.
  if (process > 0) fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  return process;
}
