import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useKeptView } from '../api/explorations';
import { usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { openable } from '../state/parameters';

/** Opens a view by its short id. */
export default function KeptPage({ id }: { id: string }) {
  const { data, error, refetch } = useKeptView(id);
  const [, go] = useLocation();
  usePageTitle(data?.title);
  useEffect(() => {
    if (data) go(openable(data.place), { replace: true });
  }, [data, go]);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  return <Skeleton lines={8} label="Opening the view" />;
}
