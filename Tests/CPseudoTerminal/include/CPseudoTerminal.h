// A program on a pseudo-terminal, for tests: Swift cannot fork.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts a program on a terminal of that size in a session of its own. Returns the terminal's other side, -1 on failure.
int pt_spawn(const char *path, char *const *arguments, char *const *environment, int rows, int columns, pid_t *pid);

/// Changes the window's size; the program gets SIGWINCH.
void pt_resize(int terminal, int rows, int columns);

/// Waits for output: the bytes read, 0 when there were none in that many milliseconds, -1 when the program's side is closed.
int pt_read(int terminal, uint8_t *buffer, int capacity, int milliseconds);

/// Types.
void pt_write(int terminal, const uint8_t *bytes, int count);

/// Closes our side, as a closed window does.
void pt_close(int terminal);

/// Sends a signal to one process.
void pt_signal(pid_t pid, int number);

/// Whether the program has ended, how it ended as a shell says it: exit status, or 128 and the signal.
bool pt_has_ended(pid_t pid, int *status);

/// Ends the program at once and waits until it is gone.
void pt_kill(pid_t pid);

/// Whether the terminal is in its usual state: lines are edited and echoed, Ctrl-C interrupts.
bool pt_is_cooked(int terminal);

/// Nanoseconds of a clock that only goes forward.
int64_t pt_now(void);

/// Blocks every signal, as a careless parent leaves them to its children.
void pt_block_signals(void);

/// Dies of a signal the way a bug would.
void pt_die_of_bad_memory(void);
void pt_die_of_deep_recursion(void);
void pt_leave_at_once(int status);
