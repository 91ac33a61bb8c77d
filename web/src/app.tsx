import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Frame } from './parts/Frame';
import { useTopOfPage } from './parts/page';
import { Skeleton } from './parts/states';

const HomePage = lazy(() => import('./pages/Home'));
const SearchPage = lazy(() => import('./pages/Search'));
const InsightPage = lazy(() => import('./pages/Insight'));
const EntityPage = lazy(() => import('./pages/Entity'));
const SourcePage = lazy(() => import('./pages/Source'));
const ExplorePage = lazy(() => import('./pages/Explore'));
const KeptPage = lazy(() => import('./pages/Kept'));
const PathsPage = lazy(() => import('./pages/Paths'));
const ConflictsPage = lazy(() => import('./pages/Conflicts'));
const AddPage = lazy(() => import('./pages/Add'));
const ImportPage = lazy(() => import('./pages/Import'));
const MergePage = lazy(() => import('./pages/Merge'));
const ReviewPage = lazy(() => import('./pages/Review'));
const DisputedPage = lazy(() => import('./pages/Disputed'));
const ChangesPage = lazy(() => import('./pages/Changes'));
const HistoryPage = lazy(() => import('./pages/History'));
const QuestionsPage = lazy(() => import('./pages/Questions'));
const ScansPage = lazy(() => import('./pages/Scans'));
const SubscriptionsPage = lazy(() => import('./pages/Subscriptions'));
const ToDoPage = lazy(() => import('./pages/ToDo'));
const ComparePage = lazy(() => import('./pages/Compare'));
const TopicPage = lazy(() => import('./pages/Topic'));
const RelationPage = lazy(() => import('./pages/Relation'));
const RelationsPage = lazy(() =>
  import('./pages/Relation').then(({ Relations }) => ({ default: Relations })),
);
const EmbedPage = lazy(() => import('./pages/Embed'));
const CompareLensesPage = lazy(() => import('./pages/CompareLenses'));
const WhatIfPage = lazy(() => import('./pages/WhatIf'));
const ThinHopsPage = lazy(() => import('./pages/ThinHops'));
const BriefPage = lazy(() => import('./pages/Brief'));
const ReadingPage = lazy(() => import('./pages/Reading'));
const LeavePage = lazy(() => import('./pages/Reading').then(({ Leave }) => ({ default: Leave })));
const WhatChangedPage = lazy(() => import('./pages/WhatChanged'));
const CommonPage = lazy(() => import('./pages/Common'));
const FramingsPage = lazy(() => import('./pages/Framings'));
const SignInPage = lazy(() => import('./pages/SignIn'));
const JoinPage = lazy(() => import('./pages/Join'));
const AccountPage = lazy(() => import('./pages/Account'));
const AdminPage = lazy(() => import('./pages/Admin'));
const JobsPage = lazy(() => import('./pages/Jobs'));
const SparqlPage = lazy(() => import('./pages/Sparql'));
const NotFound = lazy(() => import('./pages/NotFound'));

const recordTypes = ['insight', 'entity', 'source'] as const;

/** Which page stands at which address. */
export function App() {
  useTopOfPage();
  const [path] = useLocation();
  if (path.startsWith('/embed/'))
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <EmbedPage />
      </Suspense>
    );
  return (
    <Frame>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/search" component={SearchPage} />
          <Route path="/explore" component={ExplorePage} />
          <Route path="/x/:id">{({ id }) => <KeptPage key={id} id={id} />}</Route>
          <Route path="/paths" component={PathsPage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/topics/:id">{({ id }) => <TopicPage key={id} id={id} />}</Route>
          <Route path="/relations" component={RelationsPage} />
          <Route path="/relations/:id">{({ id }) => <RelationPage key={id} id={id} />}</Route>
          <Route path="/compare-lenses" component={CompareLensesPage} />
          <Route path="/what-if" component={WhatIfPage} />
          <Route path="/thin-hops" component={ThinHopsPage} />
          <Route path="/brief" component={BriefPage} />
          <Route path="/reading" component={ReadingPage} />
          <Route path="/reading/leave" component={LeavePage} />
          <Route path="/what-changed" component={WhatChangedPage} />
          <Route path="/common" component={CommonPage} />
          <Route path="/framings/:id">{({ id }) => <FramingsPage key={id} id={id} />}</Route>
          <Route path="/conflicts" component={ConflictsPage} />
          <Route path="/add" component={AddPage} />
          <Route path="/import" component={ImportPage} />
          <Route path="/merge" component={MergePage} />
          <Route path="/review" component={ReviewPage} />
          <Route path="/disputes" component={DisputedPage} />
          <Route path="/changes" component={ChangesPage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/join" component={JoinPage} />
          <Route path="/account" component={AccountPage} />
          <Route path="/admin" component={AdminPage} />
          <Route path="/jobs" component={JobsPage} />
          {recordTypes.map((type) => (
            <Route key={type} path={`/${type}/:id/history`}>
              {({ id }) => <HistoryPage key={id} type={type} id={id} />}
            </Route>
          ))}
          <Route path="/sparql" component={SparqlPage} />
          <Route path="/scans" component={ScansPage} />
          <Route path="/subscriptions" component={SubscriptionsPage} />
          <Route path="/to-do" component={ToDoPage} />
          <Route path="/questions" component={QuestionsPage} />
          <Route path="/insight/:id">{({ id }) => <InsightPage key={id} id={id} />}</Route>
          <Route path="/entity/:id">{({ id }) => <EntityPage key={id} id={id} />}</Route>
          <Route path="/source/:id">{({ id }) => <SourcePage key={id} id={id} />}</Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Frame>
  );
}
