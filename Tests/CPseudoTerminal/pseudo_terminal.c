#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int pt_spawn(const char *path, char *const *arguments, char *const *environment, int rows, int columns, pid_t *pid) {
    // Not forkpty: other threads start programs too, and one that came by this end of the terminal before it is marked
    // would hold the window open when the test closes it.
    int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    char name[64];
    if (terminal < 0) return -1;
    if (grantpt(terminal) != 0 || unlockpt(terminal) != 0 || ptsname_r(terminal, name, sizeof name) != 0) {
        close(terminal);
        return -1;
    }
    pt_resize(terminal, rows, columns);
    *pid = fork();
    if (*pid < 0) {
        close(terminal);
        return -1;
    }
    if (*pid == 0) {
        setsid();
        int side = open(name, O_RDWR);
        if (side < 0 || ioctl(side, TIOCSCTTY, 0) != 0) _exit(127);
        for (int number = 0; number < 3; number++) dup2(side, number);
        // Nor may this program hold what other tests have open.
        close_range(3, ~0U, 0);
        // The test runner may ignore or block signals; the program must not inherit that.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
        execve(path, arguments, environment);
        _exit(127);
    }
    return terminal;
}

void pt_resize(int terminal, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(terminal, TIOCSWINSZ, &size);
}

int pt_read(int terminal, uint8_t *buffer, int capacity, int milliseconds) {
    struct pollfd file = {.fd = terminal, .events = POLLIN};
    if (poll(&file, 1, milliseconds) <= 0) return 0;
    ssize_t count = read(terminal, buffer, (size_t)capacity);
    return count > 0 ? (int)count : -1;
}

void pt_write(int terminal, const uint8_t *bytes, int count) {
    while (count > 0) {
        ssize_t written = write(terminal, bytes, (size_t)count);
        if (written <= 0) return;
        bytes += written;
        count -= (int)written;
    }
}

void pt_close(int terminal) { close(terminal); }

void pt_signal(pid_t pid, int number) { kill(pid, number); }

bool pt_has_ended(pid_t pid, int *status) {
    int raw;
    if (waitpid(pid, &raw, WNOHANG) != pid) return false;
    *status = WIFSIGNALED(raw) ? 128 + WTERMSIG(raw) : WEXITSTATUS(raw);
    return true;
}

void pt_kill(pid_t pid) {
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

bool pt_is_cooked(int terminal) {
    struct termios modes;
    if (tcgetattr(terminal, &modes) != 0) return false;
    return (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO) && (modes.c_lflag & ISIG) && (modes.c_oflag & OPOST);
}

int64_t pt_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void pt_block_signals(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
}

void pt_die_of_bad_memory(void) {
    volatile int *nowhere = (volatile int *)(uintptr_t)16;
    *nowhere = 1;
}

static int deeper(volatile char *above) {
    volatile char here[4096];
    here[0] = above[0];
    return deeper(here) + here[0];
}

void pt_die_of_deep_recursion(void) {
    volatile char start[1] = {0};
    deeper(start);
}

void pt_leave_at_once(int status) { exit(status); }
