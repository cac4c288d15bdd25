#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

int mt_wait(int pipe, int milliseconds) {
    struct pollfd files[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = pipe, .events = POLLIN},
    };
    int count = poll(files, 2, milliseconds);
    // A signal has put its byte into the pipe, if it was one of ours.
    if (count < 0) return MT_SIGNAL;
    int result = 0;
    if (files[0].revents & POLLIN) result |= MT_INPUT;
    else if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= MT_GONE;
    if (files[1].revents) result |= MT_SIGNAL;
    return result;
}

int mt_read(int descriptor, uint8_t *buffer, int capacity) {
    ssize_t count = read(descriptor, buffer, (size_t)capacity);
    if (count >= 0) return (int)count;
    return errno == EIO ? 0 : -1;
}

void mt_write(const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

bool mt_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool mt_window_size(int *rows, int *columns) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

int64_t mt_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

const char *mt_environment(const char *name) { return getenv(name); }
