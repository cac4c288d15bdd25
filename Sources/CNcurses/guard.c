#include "CNcurses.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Everything here may run in a signal handler in the middle of anything: write, tcsetattr and signal only.

enum { LONGEST = 256 };

static struct termios remembered;
static uint8_t goodbye[LONGEST];
static size_t goodbye_count;
static volatile sig_atomic_t is_armed;

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };

bool mt_guard_remember(void) { return tcgetattr(STDIN_FILENO, &remembered) == 0; }

void mt_guard_restore(void) {
    if (!is_armed) return;
    is_armed = 0;
    // Not the first letter of another program's input, nor stopped for touching the terminal from the background.
    void (*old)(int) = signal(SIGTTOU, SIG_IGN);
    size_t done = 0;
    while (done < goodbye_count) {
        ssize_t count = write(STDOUT_FILENO, goodbye + done, goodbye_count - done);
        if (count <= 0) break;
        done += (size_t)count;
    }
    (void)tcsetattr(STDIN_FILENO, TCSANOW, &remembered);
    signal(SIGTTOU, old == SIG_ERR ? SIG_DFL : old);
}

void mt_guard_disarm(void) { is_armed = 0; }

static void die(int number) {
    mt_guard_restore();
    signal(number, SIG_DFL);
    raise(number);
}

void mt_guard_arm(const uint8_t *bytes, size_t count) {
    static bool is_installed;
    goodbye_count = count < LONGEST ? count : LONGEST;
    memcpy(goodbye, bytes, goodbye_count);
    is_armed = 1;
    if (is_installed) return;
    is_installed = true;
    // A stack of its own, so that the handler also runs when the stack is what has run out.
    static uint8_t stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
    (void)sigaltstack(&alternate, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = die;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    // A blocked fatal signal would kill without asking the handler.
    sigset_t heard;
    sigemptyset(&heard);
    for (int i = 0; i < FATAL_COUNT; i++) {
        (void)sigaction(fatal[i], &action, NULL);
        sigaddset(&heard, fatal[i]);
    }
    (void)pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
    (void)atexit(mt_guard_restore);
}
