/* A disk that needs as many more microseconds for each fsync as SLOW_DISK_MICROS says. Preloaded into a
   process, it stands between that process and libc; what is written is still really forced to the disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
  const char *micros = getenv("SLOW_DISK_MICROS");
  long nanos = (micros ? atol(micros) : 0) * 1000L;
  struct timespec left = {nanos / 1000000000L, nanos % 1000000000L};
  while (nanosleep(&left, &left) != 0) {
  }
}

static int forced(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  wait_for_the_disk();
  return real(fd);
}

int fsync(int fd) { return forced("fsync", fd); }

int fdatasync(int fd) { return forced("fdatasync", fd); }
