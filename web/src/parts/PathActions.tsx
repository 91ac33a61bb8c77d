import type { Path } from '../api/types';
import {
  behindCall,
  citeCall,
  onlyThis,
  pathPanels,
  restsCall,
  twinCall,
  type PathPanel,
  type Shown,
} from '../state/onePath';
import { pathQueryPlace, type PathQuery } from '../state/pathQuery';
import { pathTitle } from '../state/sentence';
import { BehindAnswer } from './Behind';
import { CitePath } from './CitePath';
import { EmbedOffer } from './EmbedOffer';
import { TwinPath } from './TwinPath';
import { WhatRests } from './WhatRests';

const labels: Record<PathPanel, string> = {
  twin: 'Opposing path',
  rests: 'What rests on this',
  cite: 'Cite',
  query: 'Query behind this',
};

interface PathActionsProps {
  path: Path;
  query: PathQuery;
  shown: Shown;
  onShow: (part: Partial<Shown>) => void;
}

/** What can be asked of one path, one thing at a time. */
export function PathActions({ path, query, shown, onShow }: PathActionsProps) {
  return (
    <div className="path-actions">
      <div className="buttons" role="group" aria-label="More about this path">
        {pathPanels.map((panel) => (
          <button
            key={panel}
            type="button"
            aria-expanded={shown.panel === panel}
            onClick={() => onShow({ panel: shown.panel === panel ? undefined : panel, off: [] })}
          >
            {labels[panel]}
          </button>
        ))}
      </div>
      {shown.panel && (
        <div className="path-panel">{panelOf(shown.panel, { path, query, shown, onShow })}</div>
      )}
    </div>
  );
}

function panelOf(panel: PathPanel, { path, query, shown, onShow }: PathActionsProps) {
  switch (panel) {
    case 'twin':
      return <TwinPath call={twinCall(query, path)} />;
    case 'rests':
      return (
        <WhatRests
          path={path}
          off={shown.off}
          onChange={(off) => onShow({ off })}
          call={restsCall(query, path, shown.off)}
        />
      );
    case 'cite':
      return (
        <>
          <CitePath call={citeCall(query, path)} file={(format) => citeCall(query, path, format)} />
          <EmbedOffer place={pathQueryPlace(onlyThis(query, path))} title={pathTitle(path)} />
        </>
      );
    case 'query':
      return <BehindAnswer call={behindCall(query, path)} />;
  }
}
