/** What the server does again and again, and how its parts stand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { write } from './client';
import { question } from './queries';
import type { Health, Job, JobList } from './types';

const jobsPath = '/api/jobs';

/** All jobs, asked anew every three seconds, so that the end of a run is seen. */
export const useJobs = () => useQuery({ ...question<JobList>(jobsPath), refetchInterval: 3000 });

/** What is kept in step all the time. */
export const useHealth = () => useQuery({ ...question<Health>('/health/ready'), refetchInterval: 3000 });

export type JobStep = 'run' | 'pause' | 'resume';

export function useJobStep(name: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (step: JobStep) => write<Job>({ method: 'POST', path: `${jobsPath}/${name}/${step}` }),
    onSettled: () => cache.invalidateQueries({ queryKey: [jobsPath] }),
  });
}
