// What Swift cannot import from ncurses (macros, variadics, globals), and what must be C to be safe in a signal handler.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// screen.c: the screen of ncurses, one at a time, used by one thread only.

enum { MT_BOLD = 1, MT_REVERSE = 2, MT_UNDERLINE = 4 };

/// Chooses a UTF-8 locale for characters: the user's, else C.UTF-8. False when the system has none.
bool mt_use_utf8_locale(void);

/// 1 when the terminal of that name is known and can be drawn on, 0 when it cannot place a cursor, -1 when unknown.
/// Its strings can be asked for afterwards.
int mt_terminal_kind(const char *name);

/// Takes standard input and output for full-screen work (raw, no echo, alternate screen). False when ncurses refuses.
bool mt_screen_open(void);

/// Leaves full-screen work for a while, or goes on with it.
void mt_screen_leave(void);
void mt_screen_reenter(void);

/// Leaves full-screen work for good.
void mt_screen_close(void);

/// How many colours and colour pairs there are; 0 without colour.
int mt_colors(void);
int mt_color_pairs(void);

/// Defines a pair of colours, -1 for the terminal's own. False when it cannot be had.
bool mt_define_pair(int pair, int foreground, int background);

/// Stages one character with up to two combining marks (0 is none) and `width` cells. A character whose width the
/// C library, and so ncurses, sees otherwise is replaced by U+FFFD, since it would shift the rest of the row.
void mt_stage(int row, int column, uint32_t base, uint32_t first_mark, uint32_t second_mark, int width, int attributes, int pair);

/// Stages an empty screen.
void mt_stage_blank(void);

/// Makes the next `mt_show` send every cell.
void mt_forget_screen(void);

/// Sends what differs, with the cursor at that cell, or hidden when `row` is negative.
void mt_show(int row, int column);

/// Tells ncurses the new size.
void mt_resize(int rows, int columns);

/// The size ncurses took at the start, for terminals that do not tell theirs.
int mt_rows(void);
int mt_columns(void);

/// A string of the terminal's description, NULL when it has none.
const char *mt_terminfo(const char *name);

/// The cells of a character according to the C library; -1 when it is not printable.
int mt_wcwidth(uint32_t scalar);

// guard.c: the terminal is given back whatever happens.

/// Remembers the terminal's modes before anything is changed. False when standard input is not a terminal.
bool mt_guard_remember(void);

/// From now on fatal signals and `exit` write these bytes, restore the modes and only then go their way.
void mt_guard_arm(const uint8_t *bytes, size_t count);

/// Restores the modes and writes the bytes now; later signals find nothing to do until it is armed again.
void mt_guard_restore(void);

/// Stops guarding without writing: the terminal has been given back already.
void mt_guard_disarm(void);

// signals.c: signals and wake-ups of other threads come as bytes of one pipe.

/// The bytes.
enum { MT_WAKE = 'w', MT_RESIZE = 'r', MT_HANGUP = 'h', MT_TERMINATE = 't', MT_STOP = 'z', MT_CONTINUE = 'c' };

/// Makes the pipe (once) and takes the signals. Returns the end to read from, -1 when there are no descriptors left.
int mt_signals_take(void);

/// Gives the signals back as they were.
void mt_signals_give_back(void);

/// Wakes the reader of the pipe; safe from any thread and at any time, even after the signals were given back.
void mt_wake(void);

/// Stops the process group as Ctrl-Z does and returns when it is continued, or at once when it cannot be stopped.
void mt_stop_group(void);

// tty.c: bytes and time.

/// What happened while waiting, as bits.
enum { MT_INPUT = 1, MT_SIGNAL = 2, MT_GONE = 4 };

/// Waits for input or for a byte in `pipe`; `milliseconds` of -1 is for ever. 0 means that the time is up.
int mt_wait(int pipe, int milliseconds);

/// Reads what is there: the count, 0 at the end of input, -1 when there was nothing after all.
int mt_read(int descriptor, uint8_t *buffer, int capacity);

/// Writes all bytes to standard output.
void mt_write(const uint8_t *bytes, size_t count);

/// Whether standard input and standard output are terminals.
bool mt_is_terminal(void);

/// The window's size as the system knows it. False when it does not.
bool mt_window_size(int *rows, int *columns);

/// Milliseconds of a clock that only goes forward.
int64_t mt_now(void);

/// A variable of the environment, NULL when it is not set.
const char *mt_environment(const char *name);
