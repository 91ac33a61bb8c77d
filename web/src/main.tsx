import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/session';
import { App } from './app';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/claims.css';
import './style/links.css';
import './style/finding.css';
import './style/records.css';
import './style/walking.css';
import './style/canvas.css';
import './style/disputing.css';
import './style/entry.css';
import './style/asking.css';
import './style/questions.css';
import './style/account.css';
import './style/curate.css';
import './style/reading.css';
import './style/print.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
