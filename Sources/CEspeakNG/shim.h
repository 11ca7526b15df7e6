#pragma once
#include <espeak-ng/speak_lib.h>
#include <spawn.h>

// What a parent of espeak-ng processes needs of glibc, hidden from Swift because its headers want _GNU_SOURCE: pipe2(2),
// and posix_spawn_file_actions_addclosefrom_np(3) of glibc 2.34.
int pipe2(int descriptors[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
enum { loa_set_pipe_size = 1031 /* F_SETPIPE_SZ, fcntl(2) */ };
