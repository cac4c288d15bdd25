#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// The pipe is made once and never closed: a waker kept by another thread must never write into a stranger's file.
static int ends[2] = {-1, -1};

static const int taken[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
enum { TAKEN_COUNT = sizeof taken / sizeof *taken };
static struct sigaction before[TAKEN_COUNT];
static sigset_t mask_before;
static volatile sig_atomic_t are_taken;
static volatile sig_atomic_t is_asked_to_leave;
static struct timespec asked;

static void tell(uint8_t byte) {
    int old = errno;
    // A full pipe means that the reader has enough to read already.
    ssize_t count = write(ends[1], &byte, 1);
    (void)count;
    errno = old;
}

// A second request, a second or more after the first one, means that the program does not answer. Sooner it is the
// same request told twice: a closed terminal sends SIGHUP through the kernel and through the shell, and a shutdown
// sends SIGTERM and SIGHUP together.
static bool is_second_request(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!is_asked_to_leave) {
        is_asked_to_leave = 1;
        asked = now;
        return false;
    }
    int64_t passed = (int64_t)(now.tv_sec - asked.tv_sec) * 1000 + (now.tv_nsec - asked.tv_nsec) / 1000000;
    return passed >= 1000;
}

static void notice(int number) {
    switch (number) {
    case SIGWINCH: tell(MT_RESIZE); break;
    case SIGTSTP: tell(MT_STOP); break;
    case SIGCONT: tell(MT_CONTINUE); break;
    default:
        if (is_second_request()) {
            mt_guard_restore();
            signal(number, SIG_DFL);
            raise(number);
            return;
        }
        tell(number == SIGHUP ? MT_HANGUP : MT_TERMINATE);
    }
}

int mt_signals_take(void) {
    if (ends[0] < 0 && pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    is_asked_to_leave = 0;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = notice;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < TAKEN_COUNT; i++) (void)sigaction(taken[i], &action, are_taken ? NULL : &before[i]);
    // Whoever started us may have had signals blocked, and that is inherited: then no window would ever change its size
    // and no request to leave would be heard.
    sigset_t heard;
    sigemptyset(&heard);
    for (int i = 0; i < TAKEN_COUNT; i++) sigaddset(&heard, taken[i]);
    (void)pthread_sigmask(SIG_UNBLOCK, &heard, are_taken ? NULL : &mask_before);
    are_taken = 1;
    return ends[0];
}

void mt_signals_give_back(void) {
    if (!are_taken) return;
    for (int i = 0; i < TAKEN_COUNT; i++) (void)sigaction(taken[i], &before[i], NULL);
    (void)pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
    are_taken = 0;
}

void mt_wake(void) {
    if (ends[1] >= 0) tell(MT_WAKE);
}

void mt_stop_group(void) {
    struct sigaction stop, go_on, action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    // The others of the group first, then this very thread: only so is it certain that nothing more of ours runs
    // before the process stands still, whatever other threads there are.
    action.sa_handler = SIG_IGN;
    (void)sigaction(SIGTSTP, &action, &stop);
    (void)kill(0, SIGTSTP);
    action.sa_handler = SIG_DFL;
    (void)sigaction(SIGTSTP, &action, NULL);
    (void)sigaction(SIGCONT, &action, &go_on);
    (void)raise(SIGTSTP);
    (void)sigaction(SIGTSTP, &stop, NULL);
    (void)sigaction(SIGCONT, &go_on, NULL);
}
