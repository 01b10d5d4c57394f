/*
 * witness CPU: sleeps ten milliseconds at a time on one processor, ahead of everything else there: what delayed this program delayed every
 * other one. Writes "stall TIME MILLISECONDS" whenever it woke up more than 20 ms late, TIME in seconds since 1970; and when SIGTERM
 * comes, how many times it was at most so late, a line "within MICROSECONDS COUNT" for each power of two.
 */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BUCKETS 40

static const long STEP_NANOS = 10000000;
static const double STALL_MICROS = 20000;

static volatile sig_atomic_t ended;

static void end(int signal)
{
	(void)signal;
	ended = 1;
}

static int go_ahead_of_all(int cpu)
{
	struct sched_param first = { .sched_priority = 99 };
	cpu_set_t cpus;

	CPU_ZERO(&cpus);
	CPU_SET(cpu, &cpus);
	return sched_setaffinity(0, sizeof cpus, &cpus) || sched_setscheduler(0, SCHED_RR, &first);
}

/* How many microseconds after it was due a sleep ended. */
static double sleep_until(const struct timespec *due)
{
	struct timespec woken;

	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, due, NULL);
	clock_gettime(CLOCK_MONOTONIC, &woken);
	return (woken.tv_sec - due->tv_sec) * 1e6 + (woken.tv_nsec - due->tv_nsec) / 1e3;
}

static void tell_stall(double micros)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	printf("stall %ld.%06ld %.1f\n", (long)now.tv_sec, now.tv_nsec / 1000, micros / 1e3);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	long counts[BUCKETS] = { 0 };
	struct timespec due;

	if (argc != 2)
		return 64;
	if (go_ahead_of_all(atoi(argv[1]))) {
		perror("witness");
		return 1;
	}
	signal(SIGTERM, end);
	clock_gettime(CLOCK_MONOTONIC, &due);
	while (!ended) {
		double late;
		int bucket = 0;

		due.tv_nsec += STEP_NANOS;
		if (due.tv_nsec >= 1000000000) {
			due.tv_nsec -= 1000000000;
			due.tv_sec++;
		}
		late = sleep_until(&due);
		while (bucket < BUCKETS - 1 && late >= (double)(1L << bucket))
			bucket++;
		counts[bucket]++;
		if (late > STALL_MICROS) {
			tell_stall(late);
			clock_gettime(CLOCK_MONOTONIC, &due);
		}
	}
	for (int bucket = 0; bucket < BUCKETS; bucket++)
		printf("within %ld %ld\n", 1L << bucket, counts[bucket]);
	return 0;
}
